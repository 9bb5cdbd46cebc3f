package org.ptstress.run.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.ptstress.run.json.Records;

/**
 * A message of a child to its parent.
 *
 * @param kind the kind of message, a word known to both sides
 * @param label what it is about, such as the check that a result answers; may be empty
 * @param body the rest
 */
public record Message(String kind, String label, JsonNode body) {
  static final ObjectMapper MAPPER = Records.mapper().build();

  /**
   * Reads the body.
   *
   * @param type what it was written from
   * @param <T> that type
   * @return the body
   * @throws IllegalStateException if it is none
   */
  public <T> T as(Class<T> type) {
    try {
      return MAPPER.treeToValue(body, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "A child sent an invalid %s of \"%s\": %s".formatted(kind, label, body), e);
    }
  }

  /** Receives the messages of a child. */
  @FunctionalInterface
  public interface Listener {
    /**
     * Receives a message. Called sequentially, by one thread.
     *
     * @param message the message
     * @return the effect on the child; an exception kills the child and ends the run
     */
    Effect received(Message message);
  }

  /** The consequence of a message for its sender. */
  public enum Effect {
    /** The child has made progress: its timeout restarts. */
    PROGRESS,
    /** No progress of the child. */
    NONE,
    /** The child is no longer needed and is killed. */
    ENOUGH
  }
}
