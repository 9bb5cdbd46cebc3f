package org.ptstress.stress.race;

import java.time.Duration;

/**
 * The sampling of one scenario in one JVM: its duration and batches.
 *
 * @param iterations iterations; each starts its actors anew
 * @param millis the time of an iteration
 * @param strideSize samples between synchronisations of the actors
 * @param strideCount strides that are set up together; all their samples must fit into the heap
 */
public record Sampling(int iterations, int millis, int strideSize, int strideCount) {
  /** The time that the samples take, without the start of the JVM. */
  Duration time() {
    return Duration.ofMillis((long) iterations * millis);
  }
}
