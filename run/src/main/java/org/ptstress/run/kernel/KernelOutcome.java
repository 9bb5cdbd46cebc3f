package org.ptstress.run.kernel;

/**
 * An outcome that a kernel produced, and its count.
 *
 * @param text the outcome of a race, or the result of a call
 * @param count how often it was seen
 * @param expected whether the oracle, or the model, allows it
 */
public record KernelOutcome(String text, long count, boolean expected) {}
