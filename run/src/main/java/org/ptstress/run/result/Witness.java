package org.ptstress.run.result;

/**
 * What shows that a claim is broken.
 *
 * @param outcome the outcome, or a sentence
 * @param count how often it was seen
 */
public record Witness(String outcome, long count) {}
