package org.ptstress.reports.gate;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the iterations that had their CPUs at full speed, by the time that a fixed piece of work
 * took beside each of them. On shared hyperthreads a neighbour halves the speed of a CPU for a
 * second or two, and the guest's accounting does not show it.
 *
 * <p>Full speed is what the fastest probe so far had. The rule looks at probes and never at scores,
 * so that slower code is not taken for a slower machine. It is for one thread: with several, the
 * guest's own CPUs may be two halves of one core, and none of them would ever be undisturbed.
 */
public final class FullSpeed {
  /**
   * Undisturbed probes scatter by some 10 per cent, and beside a busy neighbour they take 1.7 to 2
   * times as long.
   */
  private static final double DISTURBED = 1.25;

  /** A fork is a sample only if one of so many iterations was undisturbed. */
  private static final int ONE_IN = 8;

  private double fastest = Double.POSITIVE_INFINITY;

  /** Knows no speed yet. */
  public FullSpeed() {}

  /**
   * Judges a fork, and learns from it.
   *
   * @param iterations the score of each iteration
   * @param probes what the probe beside each took, in any unit; empty where there is none
   * @param threads the number of its threads
   * @param parallel whether its threads had their CPUs
   * @return the fork; not valid if too few of its iterations were undisturbed
   */
  public ForkScores judge(
      List<Double> iterations, List<Double> probes, int threads, boolean parallel) {
    if (threads > 1 || probes.size() != iterations.size()) {
      return new ForkScores(iterations, threads, parallel);
    }
    fastest = Math.min(fastest, Collections.min(probes));
    double limit = DISTURBED * fastest;
    List<Double> undisturbed =
        IntStream.range(0, iterations.size())
            .filter(i -> probes.get(i) <= limit)
            .mapToObj(iterations::get)
            .toList();
    boolean enough = undisturbed.size() * ONE_IN >= iterations.size();
    return new ForkScores(iterations, undisturbed, threads, parallel && enough);
  }
}
