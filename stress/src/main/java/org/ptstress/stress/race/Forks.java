package org.ptstress.stress.race;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.infra.runners.TestList;
import org.openjdk.jcstress.os.AffinityMode;
import org.openjdk.jcstress.os.NodeType;
import org.openjdk.jcstress.os.SchedulingClass;
import org.openjdk.jcstress.vm.CompileMode;
import org.ptstress.run.process.ChildJvm;
import org.ptstress.run.process.ParentWatch;

/**
 * Runs forks: JVMs that fetch jobs over jcstress's own link, run the generated test of each, and
 * send the results back. jcstress's {@code TestExecutor} is not used: it takes all jobs at once, so
 * that none can be left out later, and it waits for a hung fork without end.
 */
final class Forks implements AutoCloseable {
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

  /** What a fork says last is why it failed. */
  private static final int LAST_LINES = 20;

  private final Path directory;
  private final ForkOptions options;
  private final Duration limit;
  private final ForkLink link = new ForkLink();

  /**
   * Prepares to fork.
   *
   * @param directory where forks run
   * @param sampling what each of them does
   * @param limit how long each may take
   * @throws IOException if the link cannot be opened
   */
  Forks(Path directory, Sampling sampling, Duration limit) throws IOException {
    this.directory = directory;
    this.options = new ForkOptions(sampling);
    this.limit = limit;
  }

  @Override
  public void close() {
    link.close();
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
   * Runs some races of one design in one fork, one after the other. A race that does not end well
   * ends the fork: the races behind it are left over.
   *
   * @param races the races, at least one
   * @param jvmArgs the arguments of the fork's JVM
   * @param onwards is told how each race ended, and says whether the next one is wanted
   * @throws IOException if the fork cannot be started, or its files cannot be written or read
   * @throws InterruptedException if this thread is interrupted; the fork is killed
   */
  void run(List<RacePlan.Entry> races, List<String> jvmArgs, Predicate<ForkResult> onwards)
      throws IOException, InterruptedException {
    List<TestConfig> configs = races.stream().map(race -> config(race, jvmArgs)).toList();
    List<ForkLink.Job> jobs = configs.stream().map(link::offer).toList();
    Path directives = directory.resolve("directives-" + jobs.get(0).token());
    Path output = directory.resolve("output-" + jobs.get(0).token());
    try {
      Files.writeString(directives, Directives.of(configs));
      long start = System.nanoTime();
      Process process = start(command(jvmArgs, directives, jobs), output);
      try {
        boolean wanted = true;
        for (int i = 0; wanted && i < races.size(); i++) {
          boolean last = i == races.size() - 1;
          ForkEnd end = awaitEnd(process, jobs.get(i), last);
          long now = System.nanoTime();
          ForkResult result =
              result(races.get(i), jvmArgs, end, jobs.get(i).result(), output, (now - start) / 1e9);
          start = now;
          wanted = onwards.test(result) && end.kind() == ForkEnd.Kind.NORMAL;
        }
      } finally {
        process.destroyForcibly();
        process.waitFor();
      }
    } finally {
      Files.deleteIfExists(directives);
      Files.deleteIfExists(output);
    }
  }

  /** How a race ended; the last one with the fork, whose status then counts, too. */
  private ForkEnd awaitEnd(Process process, ForkLink.Job job, boolean last)
      throws InterruptedException {
    boolean inTime =
        last ? process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) : job.await(process, limit);
    boolean goesOn = !last && job.result() != null;
    int status = !inTime || goesOn ? 0 : process.waitFor();
    return ForkEnd.of(limit, inTime, status, job.result());
  }

  private TestConfig config(RacePlan.Entry race, List<String> jvmArgs) {
    TestInfo test = TestList.getInfo(RaceResults.testName(race.scenario()));
    return new TestConfig(
        options,
        test,
        0,
        jvmArgs,
        CompileMode.UNIFIED,
        new SchedulingClass(AffinityMode.NONE, test.threads(), NodeType.PACKAGE));
  }

  private static ForkResult result(
      RacePlan.Entry race,
      List<String> jvmArgs,
      ForkEnd end,
      @Nullable TestResult result,
      Path output,
      double seconds)
      throws IOException {
    return new ForkResult(
        race.design(),
        race.scenario(),
        jvmArgs,
        end.kind(),
        end.reason(),
        outcomes(result),
        end.kind() == ForkEnd.Kind.NORMAL ? List.of() : messages(result, output),
        seconds);
  }

  private static Map<String, Long> outcomes(@Nullable TestResult result) {
    return result == null
        ? Map.of()
        : result.getStateKeys().stream()
            .collect(Collectors.toMap(outcome -> outcome, result::getCount));
  }

  private static List<String> messages(@Nullable TestResult result, Path output)
      throws IOException {
    List<String> messages = new ArrayList<>();
    if (result != null) {
      messages.addAll(result.getMessages());
    }
    // A JVM that crashes may leave anything behind, so the bytes need not be UTF-8.
    List<String> lines = Files.readAllLines(output, ISO_8859_1);
    messages.addAll(lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    return messages;
  }

  private Process start(List<String> command, Path output) throws IOException {
    return new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  private List<String> command(List<String> jvmArgs, Path directives, List<ForkLink.Job> jobs) {
    List<String> command = new ArrayList<>();
    command.add(ChildJvm.java());
    command.addAll(jvmArgs);
    command.add("-XX:CompilerDirectivesFile=" + directives);
    command.add("-cp");
    command.add(ChildJvm.classPath());
    command.add(RaceFork.class.getName());
    command.addAll(List.of(link.host(), Integer.toString(link.port()), ParentWatch.token()));
    jobs.forEach(job -> command.add(Integer.toString(job.token())));
    return command;
  }
}
