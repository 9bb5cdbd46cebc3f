package org.ptstress.run.cost;

/**
 * A location that makes two operations conflict.
 *
 * @param location its name, such as {@code table.hashLock.nextTicket}
 * @param part its owner
 * @param lock whether it belongs to a lock
 * @param firstWrites whether the first operation writes it
 * @param accesses what the first and the second do there, such as {@code RMW | RMW}
 * @param states in how many states
 */
public record Culprit(
    String location, Part part, boolean lock, boolean firstWrites, String accesses, int states) {
  /**
   * A copy with another number of states.
   *
   * @param number how many
   * @return the changed copy
   */
  public Culprit in(int number) {
    return new Culprit(location, part, lock, firstWrites, accesses, number);
  }
}
