package org.ptstress.stress.kernel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ptstress.run.kernel.KernelTime;

/** Times of the real system calls: by several workers at once, and with many timers. */
final class KernelTimes {
  private static final List<Long> SIZES = List.of(20_000L, 50_000L, 100_000L);
  private static final long MILLIS = 200;

  /** Compared calls for each millisecond of a time: a short comparison measures briefly. */
  private static final long CALLS_PER_MILLI = 5_000;

  private final RunningKernel kernel;
  private final int cpus;
  private final long operations;
  private final List<KernelTime> times = new ArrayList<>();
  private String left = "";

  /**
   * Creates a measurement.
   *
   * @param kernel the kernel
   * @param cpus how many CPUs the program may use
   * @param operations how many calls of scripts a comparison has
   */
  KernelTimes(RunningKernel kernel, int cpus, long operations) {
    this.kernel = kernel;
    this.cpus = cpus;
    this.operations = operations;
  }

  /**
   * Measures.
   *
   * @return the times
   * @throws IOException if the kernel is lost
   * @throws InterruptedException if this thread is interrupted
   */
  List<KernelTime> measure() throws IOException, InterruptedException {
    long millis = Math.max(1, Math.min(MILLIS, operations / CALLS_PER_MILLI));
    for (String call : List.of(KernelTime.GETTIME, KernelTime.PAIR)) {
      String word = call.equals(KernelTime.PAIR) ? "create" : "gettime";
      for (int workers : Stream.of(1, 2, cpus).filter(each -> each <= cpus).distinct().toList()) {
        contended(call, word, workers, false, millis);
        if (workers > 1) {
          contended(call, word, workers, true, millis);
        }
      }
    }
    for (long size : SIZES.stream().map(each -> Math.min(each, operations)).distinct().toList()) {
      growth(size);
    }
    return List.copyOf(times);
  }

  /** The part that could not be measured, or "". */
  String left() {
    return left;
  }

  private void contended(String call, String word, int workers, boolean apart, long millis)
      throws IOException, InterruptedException {
    String answer = ask("times " + word + " " + workers + " " + (apart ? 1 : 0) + " " + millis);
    String[] words = answer.split(" ", -1);
    if (words.length != 2 || !words[0].matches("\\d+")) {
      left = answer;
      return;
    }
    times.add(
        new KernelTime(
            call, workers, apart, Long.parseLong(words[0]), Double.parseDouble(words[1])));
  }

  private void growth(long size) throws IOException, InterruptedException {
    String answer = ask("growth " + size);
    if (!answer.matches("[1-9]\\d* \\d+ \\d+")) {
      left = "no timer could be created";
      return;
    }
    long[] numbers =
        Stream.of(answer.split(" ", -1))
            .flatMapToLong(word -> LongStream.of(Long.parseLong(word)))
            .toArray();
    long created = numbers[0];
    if (created < size) {
      left =
          String.format(
              Locale.ROOT, "RLIMIT_SIGPENDING allows %,d timers and not %,d", created, size);
    }
    times.add(grown("timer_create, up to %,d timers", created, numbers[1]));
    times.add(grown("timer_getoverrun among %,d timers", created, numbers[2]));
  }

  private static KernelTime grown(String call, long timers, long nanos) {
    return new KernelTime(
        String.format(Locale.ROOT, call, timers), 1, false, timers, (double) nanos / timers);
  }

  private String ask(String question) throws IOException, InterruptedException {
    List<String> answer = kernel.ask(question + "\n");
    return answer.isEmpty() ? "it printed nothing" : answer.get(answer.size() - 1);
  }
}
