package org.ptstress.stress.cost;

/**
 * A location that makes two operations conflict.
 *
 * @param location its name, such as {@code table.hashLock.nextTicket}
 * @param part whose it is
 * @param accesses what the first and the second do there, such as {@code RMW | RMW}
 * @param states in how many states
 */
public record Culprit(String location, Part part, String accesses, int states) {}
