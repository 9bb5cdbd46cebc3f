package org.ptstress.reports.gate;

import java.util.List;
import java.util.Random;

/** Forks whose scores are known but for chance. */
final class Chance {
  private final Random random = new Random(1024);

  /** An arm that takes so much longer than 1 µs, with noise on the log scale between forks. */
  Side side(double slowdown, double noise) {
    return request -> fork(slowdown, noise, true);
  }

  ForkScores fork(double slowdown, double noise, boolean parallel) {
    double score = 1e6 / (1 + slowdown) * Math.exp(noise * random.nextGaussian());
    return new ForkScores(List.of(score * 0.99, score, score * 1.01), 1, parallel);
  }
}
