package org.ptstress.reports.fleet;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ptstress.model.Claim;
import org.ptstress.model.Promise;
import org.ptstress.reports.measured.FailedOperations;
import org.ptstress.reports.measured.KernelEvidence;
import org.ptstress.reports.phase.Findings;
import org.ptstress.reports.phase.Phases;
import org.ptstress.reports.phase.ReportFiles;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.folder.WholeFile;
import org.ptstress.run.kernel.KernelResult;
import org.ptstress.run.measurement.JmhRow;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.EvidenceFiles;
import org.ptstress.run.result.RunFile;
import org.ptstress.run.result.RunFile.Completion;
import org.ptstress.run.result.RunFile.Phase;
import org.ptstress.run.result.RunFile.PhaseStatus;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Verdict;
import org.ptstress.run.result.VerdictRow;
import org.ptstress.run.unit.Unit;
import org.ptstress.run.unit.UnitFile;
import org.ptstress.run.unit.UnitRows;
import org.ptstress.stress.exploration.Traces;

/** One run of what several machines of one architecture did. */
final class MergedRun {
  private static final String MISSING = "no merged folder has this unit";
  private static final String LATENCY = "latency";

  private final RunPlan plan;
  private final List<ShardFolder> shards;
  private final List<String> commandLine;
  private final List<Unit> units;
  private final List<VerdictRow> verdicts;
  private final List<Unit> missing;
  private final EvidenceFiles files;
  private final List<KernelResult> kernel;
  private final Optional<ShardFolder> measured;

  /**
   * Merges.
   *
   * @param plan what the run was to do
   * @param shards what was done, at least one folder, all of one architecture
   * @param commandLine who asked for it
   */
  MergedRun(RunPlan plan, List<ShardFolder> shards, List<String> commandLine) {
    this.plan = plan;
    this.shards =
        shards.stream()
            .sorted(Comparator.comparing(shard -> shard.run().run().startedAt()))
            .toList();
    this.commandLine = List.copyOf(commandLine);
    this.units = plan.units();
    EvidenceFiles none = plan.stress().notRun(MISSING);
    this.files =
        new EvidenceFiles(
            once(UnitRows.RACES, none.races(), RunFolder::races),
            once(UnitRows.INTERLEAVINGS, none.interleavings(), RunFolder::interleavings),
            once(UnitRows.CHECKS, none.checks(), RunFolder::checks),
            once(UnitRows.COSTS, none.costs(), RunFolder::costs),
            Traces.shortest(once(UnitRows.EXPLORATIONS, none.explorations(), RunFolder::explored)),
            architecture());
    this.measured =
        first(shard -> shard.did(Unit.of(Unit.MEASUREMENTS)))
            .or(() -> first(shard -> !shard.run().measurements().isEmpty()));
    this.kernel = kernel();
    this.verdicts = judged();
    Set<Unit> lost = lost();
    this.missing = units.stream().filter(unit -> !isDone(unit) || lost.contains(unit)).toList();
  }

  /** Whether a folder came to an end with a unit, whatever the result. */
  private boolean isDone(Unit unit) {
    return shards.stream().anyMatch(shard -> shard.did(unit));
  }

  /** The units that gave no result, where a verdict is open for it. */
  private Set<Unit> lost() {
    Map<Unit, Set<Claim>> open = new HashMap<>();
    open.putAll(open(UnitRows.RACES, RunFolder::races));
    open.putAll(open(UnitRows.INTERLEAVINGS, RunFolder::interleavings));
    open.putAll(open(UnitRows.CHECKS, RunFolder::checks));
    open.putAll(open(UnitRows.COSTS, RunFolder::costs));
    open.putAll(open(UnitRows.EXPLORATIONS, RunFolder::explored));
    List<VerdictRow> undecided =
        verdicts.stream().filter(row -> row.verdict() == Verdict.NOT_RUN).toList();
    return open.entrySet().stream()
        .filter(
            entry ->
                undecided.stream().anyMatch(row -> waits(row, entry.getKey(), entry.getValue())))
        .map(Map.Entry::getKey)
        .collect(toSet());
  }

  private static boolean waits(VerdictRow row, Unit unit, Set<Claim> open) {
    // Counts of the yardstick are compared with those of every design.
    return open.contains(row.claim())
        && (unit.phase().equals(Unit.ACCESSES) || unit.design().equals(row.design()));
  }

  private <R> Map<Unit, Set<Claim>> open(UnitRows<R> rows, Function<RunFolder, List<R>> file) {
    return rows.openIn(found(rows, file));
  }

  private <R> List<R> once(UnitRows<R> rows, List<R> none, Function<RunFolder, List<R>> file) {
    return rows.over(none, rows.once(found(rows, file)));
  }

  /** The rows of each folder. A unit that was cut off counts after those that came to an end. */
  private <R> List<List<R>> found(UnitRows<R> rows, Function<RunFolder, List<R>> file) {
    return Stream.concat(
            shards.stream().map(shard -> shard.rows(rows, file)),
            shards.stream().map(shard -> shard.begun(rows, file)))
        .toList();
  }

  private Optional<ShardFolder> first(Predicate<ShardFolder> which) {
    return shards.stream().filter(which).findFirst();
  }

  /** The folder whose machine the page is of: times of others are never put beside its own. */
  private ShardFolder host() {
    return measured.orElse(shards.get(0));
  }

  /** The first comparison that ran, and what differs in others; times of one machine only. */
  private List<KernelResult> kernel() {
    ShardFolder compared =
        first(shard -> shard.run().kernel().stream().anyMatch(MergedRun::isCompared))
            .or(() -> first(shard -> !shard.run().kernel().isEmpty()))
            .orElse(shards.get(0));
    List<KernelResult> rows = new ArrayList<>(compared.run().kernel());
    rows.removeIf(MergedRun::isOfTimes);
    shards.stream()
        .flatMap(shard -> shard.run().kernel().stream())
        .filter(KernelResult::differs)
        .filter(row -> !rows.contains(row))
        .forEach(rows::add);
    String machine = host().host().fingerprint();
    first(
            shard ->
                shard.host().fingerprint().equals(machine)
                    && shard.run().kernel().stream().anyMatch(MergedRun::isOfTimes))
        .ifPresent(
            shard -> shard.run().kernel().stream().filter(MergedRun::isOfTimes).forEach(rows::add));
    return rows;
  }

  private static boolean isOfTimes(KernelResult row) {
    return row.comparison().equals(KernelResult.TIMES);
  }

  private static boolean isCompared(KernelResult row) {
    return row.status() == RunStatus.RUN && !isOfTimes(row);
  }

  String architecture() {
    return shards.get(0).host().architecture();
  }

  /** The number of merged folders. */
  int folders() {
    return shards.size();
  }

  /** The units that no folder has a result of, in the order of the plan. */
  List<Unit> missing() {
    return missing;
  }

  /**
   * The evidence on a promise. What a benchmark has seen fail counts, whichever of two machines
   * that measured the same it was.
   */
  List<Evidence> about(String design, Promise promise) {
    List<JmhRow> rows =
        shards.stream().flatMap(shard -> shard.run().measurements().stream()).toList();
    return new Findings(
            files,
            new FailedOperations(rows, architecture()),
            new KernelEvidence(kernel, architecture()))
        .about(design, promise);
  }

  private List<VerdictRow> judged() {
    return Findings.judge(plan.designs(), this::about);
  }

  /**
   * Writes the run folder and its report, and last that it is complete, if it is.
   *
   * @param folder an existing folder
   * @return what was written, read back
   */
  RunFolder write(Path folder) throws IOException {
    ResultFiles.write(folder, runFile(Completion.INCOMPLETE));
    ResultFiles.write(folder, host().host());
    ResultFiles.write(folder, ResultFiles.RACES, files.races());
    ResultFiles.write(folder, ResultFiles.INTERLEAVINGS, files.interleavings());
    ResultFiles.write(folder, ResultFiles.CHECKS, files.checks());
    ResultFiles.write(folder, ResultFiles.EXPLORATIONS, files.explorations());
    ResultFiles.writeCosts(folder, files.costs());
    if (!kernel.isEmpty()) {
      ResultFiles.write(folder, ResultFiles.KERNEL, kernel);
    }
    if (measured.isPresent()) {
      copyMeasurements(measured.get().run().path(), folder);
    }
    ResultFiles.write(folder, ResultFiles.VERDICTS, verdicts);
    ResultFiles.write(
        folder,
        new UnitFile(
            plan.digest(),
            shards.get(0).units().code(),
            units.size(),
            units.stream().filter(this::isDone).map(Unit::name).toList()));
    return ReportFiles.finish(
        folder, runFile(missing.isEmpty() ? Completion.COMPLETE : Completion.INCOMPLETE));
  }

  /** All from one machine: speeds of two are never put beside each other. */
  private static void copyMeasurements(Path from, Path to) throws IOException {
    copy(from.resolve(ResultFiles.JMH), to.resolve(ResultFiles.JMH));
    if (Files.isDirectory(from.resolve(LATENCY))) {
      Files.createDirectories(to.resolve(LATENCY));
      try (Stream<Path> logs = Files.list(from.resolve(LATENCY))) {
        for (Path log : logs.toList()) {
          copy(log, to.resolve(LATENCY).resolve(requireNonNull(log.getFileName()).toString()));
        }
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    if (Files.isRegularFile(from)) {
      WholeFile.write(to, out -> Files.copy(from, out));
    }
  }

  private RunFile runFile(Completion status) {
    List<RunFile> runs = shards.stream().map(shard -> shard.run().run()).toList();
    Instant end =
        runs.stream()
            .map(run -> run.finishedAt() == null ? run.startedAt() : run.finishedAt())
            .max(Comparator.naturalOrder())
            .orElseThrow();
    RunFile first = runs.get(0);
    return new RunFile(
        status,
        first.profile(),
        first.designs(),
        first.startedAt(),
        status == Completion.COMPLETE ? end : null,
        first.version(),
        commandLine,
        phases(runs));
  }

  private List<Phase> phases(List<RunFile> runs) {
    List<Phase> phases = new ArrayList<>();
    for (String name : Phases.ALL) {
      double seconds =
          runs.stream()
              .flatMap(run -> run.phases().stream())
              .filter(phase -> phase.name().equals(name))
              .mapToDouble(Phase::seconds)
              .sum();
      boolean measures = name.equals("jmh") || name.equals(LATENCY);
      phases.add(
          measures
              ? measuredPhase(name)
              : phase(
                  name,
                  missing.stream().filter(unit -> unit.phase().equals(name)).count(),
                  seconds));
    }
    return phases;
  }

  /** Done as far as it goes: {@code units.json} says how far. */
  private static Phase phase(String name, long lost, double seconds) {
    return new Phase(
        name,
        PhaseStatus.DONE,
        seconds,
        lost == 0
            ? ""
            : String.format(
                Locale.ROOT, "No merged folder has a result of %d of its units.", lost));
  }

  private Phase measuredPhase(String name) {
    return measured
        .flatMap(
            shard ->
                shard.run().run().phases().stream()
                    .filter(phase -> phase.name().equals(name))
                    .findFirst())
        .orElseGet(
            () -> new Phase(name, PhaseStatus.NOT_RUN, 0, "No merged folder has measurements."));
  }
}
