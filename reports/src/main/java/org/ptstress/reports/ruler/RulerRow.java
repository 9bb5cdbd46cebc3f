package org.ptstress.reports.ruler;

/**
 * How often a rule flagged a slowdown.
 *
 * @param benchmark what was measured
 * @param rule the rule; {@code gate} is ours
 * @param slowdownPercent how much longer an operation took, 0 for the same code twice
 * @param pairs the most pairs that a verdict looked at, its confirmation included
 * @param verdicts how many windows were judged; they overlap
 * @param flagged in how many the rule said that it got slower; the gate, after its confirmation
 * @param inconclusive in how many it said that it cannot tell
 * @param low the lower end of the 95 % interval of the rate of flagged ones
 * @param high the upper end
 */
public record RulerRow(
    String benchmark,
    String rule,
    int slowdownPercent,
    int pairs,
    int verdicts,
    int flagged,
    int inconclusive,
    double low,
    double high) {}
