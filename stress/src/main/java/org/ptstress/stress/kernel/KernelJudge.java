package org.ptstress.stress.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.spec.Scenario;
import org.ptstress.model.syscall.SyscallEra;
import org.ptstress.run.kernel.KernelOutcome;
import org.ptstress.run.kernel.KernelResult;
import org.ptstress.run.kernel.KernelTime;
import org.ptstress.run.process.MachineLock;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.result.RunStatus;

/** Compares the model with the running kernel. */
public final class KernelJudge {
  /** The default number of compared calls: half a minute. */
  public static final long OPERATIONS = 1_000_000;

  /** A round of a race costs more than a call of a script. */
  private static final long CALLS_PER_ROUND = 5;

  /** One in ten of these calls is a jump. */
  private static final long CALLS_PER_JUMP = 10;

  private static final String COMPILER = "cc";

  private final long operations;
  private final long seed;
  private final long rounds;
  private final Consumer<String> waiting;
  private final String compiler;
  private final List<KernelResult> rows = new ArrayList<>();
  private String release = "";
  private String design = "";

  /**
   * Creates a judge.
   *
   * @param operations how many calls of random scripts are compared, at least 1; each race has a
   *     fifth as many rounds
   * @param seed equal seeds give equal scripts
   * @param waiting receives one sentence if another run on this machine measures when system calls
   *     are to be timed
   */
  public KernelJudge(long operations, long seed, Consumer<String> waiting) {
    this(operations, seed, waiting, COMPILER);
  }

  KernelJudge(long operations, long seed, Consumer<String> waiting, String compiler) {
    this.operations = operations;
    this.seed = seed;
    this.waiting = waiting;
    this.rounds = Math.max(1, operations / CALLS_PER_ROUND);
    this.compiler = compiler;
  }

  /**
   * Compares. Finished comparisons stay in {@link #rows} after a failure or interrupt.
   *
   * @param work the folder for the C program
   * @param progress receives progress
   * @throws IOException if a file cannot be written, or the kernel is lost
   * @throws InterruptedException if this thread is interrupted; what was started is ended
   */
  public void judge(Path work, ProgressListener progress) throws IOException, InterruptedException {
    judge(
        () -> RunningKernel.start(HelperProgram.compile(work, compiler)),
        (kernel, about) -> parts(kernel, about, progress));
  }

  /**
   * Compares with a kernel image in a virtual machine. Finished comparisons stay in {@link #rows}
   * after a failure or interrupt.
   *
   * @param image the kernel
   * @param table the design to compare with, or null for that of its era
   * @param work the folder for the C program and the files of the machine
   * @param progress receives progress
   * @throws IOException if a file cannot be written, or the machine is lost
   * @throws InterruptedException if this thread is interrupted; what was started is ended
   */
  public void judge(Path image, @Nullable Design table, Path work, ProgressListener progress)
      throws IOException, InterruptedException {
    judge(
        () -> VirtualMachine.boot(image, HelperProgram.compileStatically(work, compiler), work),
        (kernel, about) -> guestParts(kernel, about, table, progress));
  }

  /**
   * The scenarios that two threads race on a kernel.
   *
   * @return their names
   */
  public static List<String> races() {
    return KernelRaces.ALL.stream().map(Scenario::name).toList();
  }

  /**
   * The comparisons so far.
   *
   * @return a row for each; a comparison that is impossible here or failed has a reason
   */
  public List<KernelResult> rows() {
    return List.copyOf(rows);
  }

  /** Boots or attaches a kernel. */
  @FunctionalInterface
  private interface Start {
    RunningKernel start() throws NotJudgedException, IOException, InterruptedException;
  }

  /** Lists the comparisons. */
  @FunctionalInterface
  private interface Plan {
    List<Part> of(RunningKernel kernel, Map<String, String> about);
  }

  /** Makes a comparison and adds its row. */
  @FunctionalInterface
  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  /** A comparison and its work. */
  private record Part(String comparison, Work work) {}

  private void judge(Start start, Plan plan) throws IOException, InterruptedException {
    List<Part> left = new ArrayList<>();
    left.add(new Part(KernelResult.SCRIPTS, () -> {}));
    String reason = "the comparison was stopped before it";
    try (RunningKernel kernel = start.start()) {
      List<Part> parts = plan.of(kernel, kernel.about());
      left.clear();
      left.addAll(parts);
      for (Part part : parts) {
        part.work().run();
        left.remove(part);
      }
    } catch (NotJudgedException e) {
      reason = e.reason();
    } catch (IOException | RuntimeException e) {
      String message = String.valueOf(e.getMessage()).replaceFirst("\\.$", "");
      reason = left.get(0).comparison() + " failed: " + message;
      throw e;
    } finally {
      for (Part part : left) {
        rows.add(notRun(part.comparison(), reason));
      }
    }
  }

  private List<Part> guestParts(
      RunningKernel kernel,
      Map<String, String> about,
      @Nullable Design given,
      ProgressListener progress) {
    KernelEra era = era(about);
    Design table = given != null ? given : Designs.named(era.design());
    design = table.name();
    Users users = users(about);
    long jumped = Math.max(1, operations / CALLS_PER_JUMP);
    long total = operations + jumped;
    return List.of(
        scripts(kernel, table, era, users, total, progress),
        new Part(
            KernelResult.JUMPS,
            () -> {
              progress.progress(operations, total, "jumps");
              jumps(kernel, table, era, users, jumped);
            }),
        new Part(KernelResult.HALF_BUILT, () -> halfBuilt(kernel, table, era)));
  }

  private Part scripts(
      RunningKernel kernel,
      Design table,
      KernelEra era,
      Users users,
      long total,
      ProgressListener progress) {
    return new Part(
        KernelResult.SCRIPTS,
        () ->
            differential(
                kernel,
                table,
                era,
                users,
                (done, all, what) -> progress.progress(done, total, what)));
  }

  private KernelEra era(Map<String, String> about) {
    release = Objects.requireNonNull(about.get("release"));
    return KernelEra.of(release, hasExactIds(about), "kept".equals(about.get("failed-restore")));
  }

  private static boolean hasExactIds(Map<String, String> about) {
    return "yes".equals(about.get("exact-ids"));
  }

  private void jumps(RunningKernel kernel, Design table, KernelEra era, Users users, long number)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Differential.Result result =
        new Differential(table, era.syscalls(), users, kernel)
            .runJumps(number, seed, ProgressListener.NONE);
    rows.add(row(KernelResult.JUMPS, "", result, begin));
  }

  private List<Part> parts(
      RunningKernel kernel, Map<String, String> about, ProgressListener progress) {
    KernelEra era = era(about);
    Design table = Designs.named(era.design());
    design = table.name();
    long total = operations + KernelRaces.ALL.size() * rounds;
    List<Part> parts = new ArrayList<>();
    parts.add(scripts(kernel, table, era, users(about), total, progress));
    for (Scenario scenario : KernelRaces.ALL) {
      long done = operations + KernelRaces.ALL.indexOf(scenario) * rounds;
      parts.add(
          new Part(
              scenario.name(),
              () -> {
                progress.progress(done, total, scenario.name());
                race(kernel, scenario, about);
              }));
    }
    parts.add(new Part(KernelResult.HALF_BUILT, () -> halfBuilt(kernel, table, era)));
    parts.add(
        new Part(
            KernelResult.TIMES,
            () -> {
              progress.progress(total, total, "times");
              times(kernel, Integer.parseInt(String.valueOf(about.get("cpus"))));
            }));
    return parts;
  }

  private void times(RunningKernel kernel, int cpus) throws IOException, InterruptedException {
    rows.add(
        MachineLock.holding(
            waiting,
            () -> {
              long begin = System.nanoTime();
              KernelTimes measured = new KernelTimes(kernel, cpus, operations);
              List<KernelTime> times = measured.measure();
              return new KernelResult(
                  release,
                  design,
                  KernelResult.TIMES,
                  times.isEmpty() ? RunStatus.NOT_RUN : RunStatus.RUN,
                  measured.left(),
                  times.stream().mapToLong(KernelTime::calls).sum(),
                  seconds(begin),
                  List.of(),
                  List.of(),
                  times);
            }));
  }

  /** The users of the processes, from the properties that the C program reports. */
  static Users users(Map<String, String> about) {
    return switch (String.valueOf(about.get("users"))) {
      case "shared" -> Users.SHARED;
      case "apart" -> Users.APART;
      default -> Users.NONE;
    };
  }

  private void differential(
      RunningKernel kernel, Design table, KernelEra era, Users users, ProgressListener progress)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Differential.Result result =
        new Differential(table, era.syscalls(), users, kernel).run(operations, seed, progress);
    List<String> notes = new ArrayList<>();
    if (era.syscalls() == SyscallEra.LINUX_6_15) {
      notes.add("a failed restore keeps its charge");
    }
    if (users == Users.NONE) {
      notes.add("without resource limits, which need a user namespace");
    } else if (users == Users.APART) {
      notes.add("without users of several processes, which need root");
    }
    rows.add(row(KernelResult.SCRIPTS, String.join("; ", notes), result, begin));
  }

  private KernelResult row(String comparison, String left, Differential.Result result, long begin) {
    return new KernelResult(
        release,
        design,
        comparison,
        RunStatus.RUN,
        left,
        result.operations(),
        seconds(begin),
        result.results().entrySet().stream()
            .map(entry -> new KernelOutcome(entry.getKey(), entry.getValue(), true))
            .toList(),
        differences(
            result.difference().stream().map(ScriptLine::toString).toList(),
            result.model(),
            result.kernel()));
  }

  private void race(RunningKernel kernel, Scenario scenario, Map<String, String> about)
      throws IOException, InterruptedException {
    if ("1".equals(about.get("cpus"))) {
      rows.add(notRun(scenario.name(), "a race needs two CPUs"));
      return;
    }
    if (!hasExactIds(about) && KernelRaces.needsExactIds(scenario)) {
      rows.add(notRun(scenario.name(), "this kernel has no create at a given id"));
      return;
    }
    if (users(about) == Users.NONE && KernelRaces.needsUser(scenario)) {
      rows.add(notRun(scenario.name(), "it needs a user of its own, and so a user namespace"));
      return;
    }
    long begin = System.nanoTime();
    List<KernelOutcome> outcomes = KernelRaces.race(kernel, scenario, rounds);
    rows.add(
        new KernelResult(
            release,
            design,
            scenario.name(),
            RunStatus.RUN,
            "",
            outcomes.stream().mapToLong(KernelOutcome::count).sum(),
            seconds(begin),
            outcomes,
            List.of()));
  }

  private void halfBuilt(RunningKernel kernel, Design table, KernelEra era)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    List<String> expected = HalfBuilt.expected(table, era.syscalls(), kernel.setsCounters());
    List<String> answers = kernel.ask("halfbuilt\n");
    if (answers.size() != expected.size()) {
      rows.add(notRun(KernelResult.HALF_BUILT, answers.get(answers.size() - 1)));
      return;
    }
    rows.add(
        new KernelResult(
            release,
            design,
            KernelResult.HALF_BUILT,
            RunStatus.RUN,
            HalfBuilt.areTwoOfOneId(answers) ? "two live timers have one id" : "",
            answers.size(),
            seconds(begin),
            List.of(),
            answers.equals(expected)
                ? List.of()
                : differences(HalfBuilt.CALLS, expected, answers)));
  }

  private KernelResult notRun(String comparison, String reason) {
    return new KernelResult(
        release, design, comparison, RunStatus.NOT_RUN, reason, 0, 0, List.of(), List.of());
  }

  private static List<String> differences(
      List<String> calls, List<String> model, List<String> kernel) {
    return IntStream.range(0, calls.size())
        .mapToObj(
            i ->
                calls.get(i)
                    + " gives "
                    + kernel.get(i)
                    + (kernel.get(i).equals(model.get(i))
                        ? ""
                        : ", and " + model.get(i) + " in the model"))
        .toList();
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
