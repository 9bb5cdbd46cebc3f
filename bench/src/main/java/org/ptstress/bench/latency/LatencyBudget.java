package org.ptstress.bench.latency;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.ptstress.run.result.Profile;

/**
 * The time of a latency run for each design, for each {@link LoadKind}.
 *
 * @param threads the number of threads that put load on the table, from 1
 * @param timers the number of timers of the process
 * @param warmUpMillis load that is not counted, before the first rate
 * @param settleMillis load that is not counted, before each further rate
 * @param intervals the number of histograms that the log gets for each rate
 * @param intervalMillis how long each covers
 * @param repetitions the number of loads that may be measured again because another process had the
 *     CPUs
 * @param ratesPerThread arrivals per second and thread, rising, each 1 to {@link
 *     ArrivalSchedule#HIGHEST_RATE}
 */
record LatencyBudget(
    int threads,
    int timers,
    int warmUpMillis,
    int settleMillis,
    int intervals,
    int intervalMillis,
    int repetitions,
    List<Integer> ratesPerThread) {
  private static final int BEFORE_RATES = 7;

  /** For each thread: an operation every 10 us, below what any design sustains. */
  private static final List<Integer> ONE_RATE = List.of(100_000);

  /** For each thread: from what any design sustains to more than the measuring loop does. */
  private static final List<Integer> SWEEP =
      List.of(50_000, 100_000, 200_000, 400_000, 800_000, 1_600_000, 3_200_000, 6_400_000);

  private static final int TIMERS = 512;

  LatencyBudget {
    ratesPerThread = List.copyOf(ratesPerThread);
  }

  /**
   * The budget of a profile. For 14 designs on two CPUs at most 12 s, 4 minutes, and 15 minutes
   * from QUICK on.
   */
  static LatencyBudget of(Profile profile) {
    return switch (profile) {
      case JUDGE, FAULTS, ORDERS, KERNEL, QUICK -> of(60, 0, 2, 50, 0, ONE_RATE);
      case STANDARD -> of(300, 100, 4, 100, 2, SWEEP);
      case TOUGH -> of(1_000, 300, 6, 250, 2, SWEEP);
    };
  }

  private static LatencyBudget of(
      int warmUpMillis,
      int settleMillis,
      int intervals,
      int intervalMillis,
      int repetitions,
      List<Integer> ratesPerThread) {
    return new LatencyBudget(
        Runtime.getRuntime().availableProcessors(),
        TIMERS,
        warmUpMillis,
        settleMillis,
        intervals,
        intervalMillis,
        repetitions,
        ratesPerThread);
  }

  /** A load for each rate. */
  List<LoadStep> steps() {
    return IntStream.range(0, ratesPerThread.size())
        .mapToObj(
            i ->
                new LoadStep(
                    threads,
                    ratesPerThread.get(i),
                    i == 0 ? warmUpMillis : settleMillis,
                    intervals,
                    intervalMillis))
        .toList();
  }

  /**
   * The longest time of the loads of a design. A saturated one takes twice as long as another: the
   * last two rates can be, and the repetitions are.
   */
  long millis() {
    List<Integer> ofSteps =
        steps().stream()
            .map(step -> step.warmUpMillis() + step.intervals() * step.intervalMillis())
            .toList();
    long all = ofSteps.stream().mapToLong(Integer::longValue).sum();
    long longest = ofSteps.stream().mapToLong(Integer::longValue).max().orElse(0);
    long last =
        ofSteps.stream().skip(Math.max(0, ofSteps.size() - 2)).mapToLong(Integer::longValue).sum();
    return LoadKind.values().length * (all + last + 2L * repetitions * longest);
  }

  /** For the command line of the child process. */
  String asArgument() {
    StringBuilder argument =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%d,%d,%d,%d,%d,%d,%d",
                threads,
                timers,
                warmUpMillis,
                settleMillis,
                intervals,
                intervalMillis,
                repetitions));
    ratesPerThread.forEach(rate -> argument.append(',').append(rate));
    return argument.toString();
  }

  /** The reverse of {@link #asArgument}. */
  static LatencyBudget ofArgument(String argument) {
    String[] parts = argument.split(",", -1);
    if (parts.length <= BEFORE_RATES) {
      throw new IllegalArgumentException("Not a latency budget: \"" + argument + "\".");
    }
    List<Integer> numbers = Arrays.stream(parts).map(Integer::valueOf).toList();
    return new LatencyBudget(
        numbers.get(0),
        numbers.get(1),
        numbers.get(2),
        numbers.get(3),
        numbers.get(4),
        numbers.get(5),
        numbers.get(6),
        numbers.subList(BEFORE_RATES, numbers.size()));
  }
}
