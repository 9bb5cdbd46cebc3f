package org.ptstress.reports.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The pairs of forks of one subject, in the order in which they ran. */
final class Pairs {
  private final List<ForkScores> baseline = new ArrayList<>();
  private final List<ForkScores> candidate = new ArrayList<>();
  private int dropped;

  /**
   * Adds a pair; one with a fork that is no sample is only counted.
   *
   * @param ofBaseline the fork of the baseline
   * @param ofCandidate the fork of the candidate
   */
  void add(ForkScores ofBaseline, ForkScores ofCandidate) {
    if (!ofBaseline.valid() || !ofCandidate.valid()) {
      dropped++;
    } else if (ofBaseline.isProbed() == ofCandidate.isProbed()) {
      baseline.add(ofBaseline);
      candidate.add(ofCandidate);
    } else {
      // Both by the same rule, or the rule would be the difference.
      baseline.add(ofBaseline.withoutProbes());
      candidate.add(ofCandidate.withoutProbes());
    }
  }

  /** The number of pairs, without dropped ones. */
  int count() {
    return baseline.size();
  }

  /** The number of pairs that were dropped because a fork did not have its CPUs. */
  int dropped() {
    return dropped;
  }

  /** The forks of the baseline. */
  List<ForkScores> baseline() {
    return List.copyOf(baseline);
  }

  /** The forks of the candidate. */
  List<ForkScores> candidate() {
    return List.copyOf(candidate);
  }

  /** The logarithm of each pair's ratio of speeds, candidate over baseline. */
  List<Double> logRatios() {
    return IntStream.range(0, count())
        .mapToObj(i -> Math.log(candidate.get(i).score() / baseline.get(i).score()))
        .toList();
  }
}
