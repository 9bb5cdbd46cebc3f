package org.ptstress.run.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A message of a child to its parent.
 *
 * @param kind what it tells, in a word that both know
 * @param label what it is about, such as the check that a result answers; may be empty
 * @param body the rest
 */
public record Message(String kind, String label, JsonNode body) {
  static final ObjectMapper MAPPER = new ObjectMapper();

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
          "A child sent a %s of \"%s\" that is none: %s".formatted(kind, label, body), e);
    }
  }

  /** Receives the messages of a child. */
  @FunctionalInterface
  public interface Listener {
    /**
     * Takes a message. Called by one thread, one message after the other.
     *
     * @param message the message
     * @return what it means for the child; an exception ends the child, and the run with it
     */
    Effect received(Message message);
  }

  /** The consequence of a message for its sender. */
  public enum Effect {
    /** The child gets on, so its time begins anew. */
    PROGRESS,
    /** It says nothing about whether the child gets on. */
    NONE,
    /** Nothing more is wanted of the child: it is ended. */
    ENOUGH
  }
}
