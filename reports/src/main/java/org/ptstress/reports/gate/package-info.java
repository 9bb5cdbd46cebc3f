/**
 * The regression gate: is a candidate run slower than a baseline run, beyond the noise?
 *
 * <p>Words used here. A <em>row</em> is one design in one benchmark with one set of parameters and
 * one number of threads. A <em>fork</em> is one JVM; its mean over iterations is one sample, an
 * iteration is not. The <em>yardstick</em> is the design {@code GlobalIdr}: scores of stored runs
 * are compared only as ratios to the yardstick of the same run, because absolute times do not
 * survive a change of machine or minute. An <em>effect</em> is a change of such a ratio on the
 * natural log scale; below zero is slower.
 *
 * <p>{@code docs/statistics.md} has every formula with its source, and the measured rates of false
 * alarms and detections.
 */
@NullMarked
package org.ptstress.reports.gate;

import org.jspecify.annotations.NullMarked;
