package org.ptstress.model.spec;

import java.util.List;

/**
 * One thread of a scenario.
 *
 * @param role what it does, in a word or two
 * @param calls its calls, one after the other
 */
public record Actor(String role, List<Call> calls) {
  /** Copies the list. */
  public Actor {
    calls = List.copyOf(calls);
  }

  /**
   * An actor.
   *
   * @param role what it does, in a word or two
   * @param calls its calls, one after the other
   * @return the actor
   */
  public static Actor of(String role, Call... calls) {
    return new Actor(role, List.of(calls));
  }
}
