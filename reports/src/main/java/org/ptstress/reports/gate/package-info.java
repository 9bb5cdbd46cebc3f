/**
 * The regression gate: does a candidate cost more than a baseline?
 *
 * <p>Words used here. An <em>exact row</em> is a design: what its operations load, store and
 * allocate, and which of them conflict, compared without margins ({@code CostComparison}). A
 * <em>timed row</em> is one design in one benchmark with one set of parameters and one number of
 * threads. A <em>fork</em> is one JVM; its score is one sample, an iteration is not. Speeds of
 * stored runs are shown ({@link org.ptstress.reports.gate.StoredSpeeds}). Two jars on one machine
 * are timed by <em>pairs</em> ({@link org.ptstress.reports.gate.PairedGate}): a fork of the
 * baseline's jar and one of the candidate's, one right after the other; the order changes from pair
 * to pair (A B, B A), so that a machine that gets slower treats both alike. The sample is the
 * logarithm of the pair's ratio of speeds. A <em>look</em> is a number of pairs at which a
 * comparison may end.
 *
 * <p>{@code docs/statistics.md} has every formula with its source, and the rates of false alarms
 * and detections.
 */
@NullMarked
package org.ptstress.reports.gate;

import org.jspecify.annotations.NullMarked;
