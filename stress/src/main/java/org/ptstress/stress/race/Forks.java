package org.ptstress.stress.race;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.os.AffinityMode;
import org.openjdk.jcstress.os.NodeType;
import org.openjdk.jcstress.os.SchedulingClass;
import org.openjdk.jcstress.vm.CompileMode;
import org.ptstress.run.folder.WholeFile;
import org.ptstress.run.process.ChildJvm;
import org.ptstress.run.process.Message;
import org.ptstress.run.process.SecondTry;

/**
 * Runs forks: JVMs that run the generated tests of some races, and send back the samples of each.
 * jcstress's {@code TestExecutor} is not used: it takes all jobs at once, so none can be skipped
 * later, and it waits for a hung fork for ever.
 */
final class Forks {
  /**
   * A small JVM that starts quickly. The diagnostic options are for the compiler directives of
   * jcstress's loops; {@code -RestrictContended} lets its results keep the fields of different
   * actors on different cache lines.
   */
  private static final List<String> JVM_ARGS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms64m",
          "-Xmx128m",
          "-XX:-UsePerfData",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-RestrictContended",
          "-XX:CompilerDirectivesLimit=" + Directives.LIMIT,
          "-Dptstress.checked=true");

  /** The number of last lines of a fork's output to keep, which contain the reason of a failure. */
  private static final int LAST_LINES = 20;

  private static final int LONGEST_LINE = 1_000;

  private final Path directory;
  private final String classPath;
  private final ForkOptions options;
  private final Duration limit;
  private final AtomicInteger count = new AtomicInteger();
  private final SecondTry second = new SecondTry();

  /**
   * Creates a launcher of forks.
   *
   * @param directory where forks run
   * @param classPath their class path
   * @param sampling the sampling of each fork
   * @param limit the timeout of each race
   */
  Forks(Path directory, String classPath, Sampling sampling, Duration limit) {
    this.directory = directory;
    this.classPath = classPath;
    this.options = new ForkOptions(sampling);
    this.limit = limit;
  }

  /** The arguments of a fork's JVM. */
  static List<String> jvmArgs(String design, List<String> configuration) {
    return Stream.of(
            JVM_ARGS,
            List.of("-D" + Race.DESIGN_PROPERTY + "=" + design),
            ChildJvm.nativeAccess(),
            configuration)
        .flatMap(List::stream)
        .toList();
  }

  /**
   * Runs some races of one design sequentially in one fork. A race that fails ends the fork and
   * leaves the following races over. If the fork was killed from outside, the race itself is left
   * over, too, once.
   *
   * @param races the races, at least one
   * @param jvmArgs the arguments of the fork's JVM
   * @param onwards receives the end of each race; returns whether to continue
   * @throws IOException if the fork cannot be started, or its files cannot be written or read
   * @throws InterruptedException if this thread is interrupted; the fork is killed
   */
  void run(List<RacePair> races, List<String> jvmArgs, Predicate<ForkResult> onwards)
      throws IOException, InterruptedException {
    List<TestConfig> configs = races.stream().map(race -> config(race, jvmArgs)).toList();
    int number = count.incrementAndGet();
    Path directives = directory.resolve("directives-" + number);
    Path output = directory.resolve("output-" + number);
    try {
      WholeFile.write(directives, Directives.of(configs));
      List<String> allJvmArgs = new ArrayList<>(jvmArgs);
      allJvmArgs.add("-XX:CompilerDirectivesFile=" + directives);
      List<String> jobs = new ArrayList<>();
      for (int i = 0; i < races.size(); i++) {
        jobs.add(RaceFork.job(races.get(i).scenario().name(), configs.get(i)));
      }
      ForkedRaces forked = new ForkedRaces(races, jvmArgs, onwards);
      ChildJvm.Exit exit =
          new ChildJvm(
                  directory, output, limit, classPath, allJvmArgs, RaceFork.class.getName(), jobs)
              .run(forked);
      forked.ended(exit, output);
    } finally {
      Files.deleteIfExists(directives);
      Files.deleteIfExists(output);
    }
  }

  private TestConfig config(RacePair race, List<String> jvmArgs) {
    TestInfo test = RaceTests.all().of(race.scenario().name());
    return new TestConfig(
        options,
        test,
        0,
        jvmArgs,
        CompileMode.UNIFIED,
        new SchedulingClass(AffinityMode.NONE, test.threads(), NodeType.PACKAGE));
  }

  /** The races of a running fork. */
  private final class ForkedRaces implements Message.Listener {
    private final List<RacePair> races;
    private final List<String> jvmArgs;
    private final Predicate<ForkResult> onwards;
    private long start = System.nanoTime();

    /** The number of finished races, while all ended normally and more are wanted. */
    private int over;

    private @Nullable RaceSamples last;
    private boolean wanted = true;

    ForkedRaces(List<RacePair> races, List<String> jvmArgs, Predicate<ForkResult> onwards) {
      this.races = races;
      this.jvmArgs = jvmArgs;
      this.onwards = onwards;
    }

    /** Finishes a race that ended well; the last one only with the fork, whose status counts. */
    @Override
    public Message.Effect received(Message message) {
      if (!wanted || last != null || !message.label().equals(races.get(over).scenario().name())) {
        // The message answers no current request.
        return Message.Effect.NONE;
      }
      RaceSamples samples = message.as(RaceSamples.class);
      boolean lastRace = over == races.size() - 1;
      ForkEnd end = ForkEnd.of(limit, true, 0, samples);
      if (lastRace || end.kind() != ForkEnd.Kind.NORMAL) {
        last = samples;
        return lastRace ? Message.Effect.PROGRESS : Message.Effect.ENOUGH;
      }
      wanted = onwards.test(result(end, samples, List.of()));
      over++;
      return wanted ? Message.Effect.PROGRESS : Message.Effect.ENOUGH;
    }

    /** Finishes the race during which the fork ended. */
    void ended(ChildJvm.Exit exit, Path output) throws IOException {
      if (!wanted) {
        return;
      }
      // The exit status of a fork that was killed because a race failed does not count.
      boolean stopped = last != null && over < races.size() - 1;
      RacePair race = races.get(over);
      String work = race.design() + " " + race.scenario().name() + " " + jvmArgs;
      // Received samples are kept: a retry need not see the same witness.
      if (last == null && second.isDue(exit, work)) {
        return;
      }
      ForkEnd end = ForkEnd.of(limit, stopped || !exit.hung(), stopped ? 0 : exit.status(), last);
      List<String> messages =
          end.kind() == ForkEnd.Kind.NORMAL ? List.of() : messages(last, output);
      wanted = onwards.test(result(end, last, messages));
    }

    private ForkResult result(ForkEnd end, @Nullable RaceSamples samples, List<String> messages) {
      long now = System.nanoTime();
      double seconds = (now - start) / 1e9;
      start = now;
      RacePair race = races.get(over);
      return new ForkResult(
          race.design(),
          race.scenario().name(),
          jvmArgs,
          end.kind(),
          end.reason(),
          samples == null ? Map.of() : samples.outcomes(),
          messages,
          seconds);
    }
  }

  private static List<String> messages(@Nullable RaceSamples samples, Path output)
      throws IOException {
    List<String> messages = new ArrayList<>();
    if (samples != null) {
      messages.addAll(samples.messages());
    }
    // ISO 8859-1, because a crashed JVM may leave invalid UTF-8.
    List<String> lines = Files.readAllLines(output, ISO_8859_1);
    lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).stream()
        .map(line -> line.substring(0, Math.min(line.length(), LONGEST_LINE)))
        .forEach(messages::add);
    return messages;
  }
}
