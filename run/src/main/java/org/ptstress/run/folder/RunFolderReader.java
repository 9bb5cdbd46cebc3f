package org.ptstress.run.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ptstress.run.cost.Accesses;
import org.ptstress.run.cost.Conflicts;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.measurement.HostInfo;
import org.ptstress.run.measurement.LatencyLog;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.FaultRow;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.OrderResult;
import org.ptstress.run.result.RaceResult;
import org.ptstress.run.result.RunFile;
import org.ptstress.run.result.RunFile.Completion;
import org.ptstress.run.result.RunFile.Phase;
import org.ptstress.run.result.RunFile.PhaseStatus;
import org.ptstress.run.result.VerdictRow;

/** Reads the files of a run folder and decides which of them may be absent. */
final class RunFolderReader {
  private static final String LATENCY = "latency";
  private static final String ACCESSES = "accesses";
  private static final String HLOG = ".hlog";

  private final Path folder;
  private final Map<String, String> absent = new LinkedHashMap<>();

  RunFolderReader(Path folder) {
    this.folder = folder;
  }

  RunFolder read() throws UnreadableRunException {
    if (!Files.isDirectory(folder)) {
      throw new UnreadableRunException(
          "There is no run folder " + folder + "; name a folder that \"ptstress run\" wrote.",
          null);
    }
    Path runJson = folder.resolve("run.json");
    if (!Files.isRegularFile(runJson)) {
      throw new UnreadableRunException(
          runJson + " is missing, so this is no run folder; name one that \"ptstress run\" wrote.",
          null);
    }
    return read(JsonFile.readOne(runJson, RunFile.class));
  }

  RunFolder read(RunFile run) throws UnreadableRunException {
    OneRun.require(folder, run);
    RunFolder files = files(run);
    OneRun.require(files);
    return files;
  }

  private RunFolder files(RunFile run) throws UnreadableRunException {
    @Nullable HostInfo host =
        has(run, "host.json")
            ? JsonFile.readOne(folder.resolve("host.json"), HostInfo.class)
            : null;
    return new RunFolder(
        folder,
        run,
        host,
        list(run, "races.json", RaceResult.class, RowKeys::none),
        list(run, "interleavings.json", InterleavingResult.class, RowKeys::none),
        list(run, ResultFiles.EXPLORATIONS, ExplorationResult.class, RowKeys::none),
        list(run, "checks.json", CheckResult.class, RowKeys::none),
        DesignCosts.join(
            list(run, ResultFiles.ACCESSES, Accesses.class, RowKeys::of),
            list(run, ResultFiles.CONFLICTS, Conflicts.class, RowKeys::of)),
        list(run, "verdicts.json", VerdictRow.class, RowKeys::of),
        has(run, "jmh.json") ? JmhFile.read(folder.resolve("jmh.json")) : List.of(),
        optional(ResultFiles.FAULTS, FaultRow.class, RowKeys::of),
        optional(ResultFiles.ORDERS, OrderResult.class, RowKeys::of),
        ResultFiles.readKernel(folder),
        latencies(run),
        absent);
  }

  private <T> List<T> list(
      RunFile run, String name, Class<T> type, Function<? super T, Stream<String>> keys)
      throws UnreadableRunException {
    return has(run, name) ? JsonFile.readRows(folder.resolve(name), type, keys) : List.of();
  }

  /** Reads a file that only some runs have, so its absence needs no reason. */
  private <T> List<T> optional(String name, Class<T> type, Function<? super T, Stream<String>> keys)
      throws UnreadableRunException {
    Path file = folder.resolve(name);
    return Files.isRegularFile(file) ? JsonFile.readRows(file, type, keys) : List.of();
  }

  private boolean has(RunFile run, String name) throws UnreadableRunException {
    if (Files.isRegularFile(folder.resolve(name))) {
      return true;
    }
    absent.put(name, whyAbsent(run, name));
    return false;
  }

  private List<LatencyLog> latencies(RunFile run) throws UnreadableRunException {
    List<LatencyLog> logs = new ArrayList<>();
    for (Path file : latencyFiles()) {
      logs.addAll(HistogramLogFile.read(file));
    }
    if (logs.isEmpty()) {
      absent.put(LATENCY, whyAbsent(run, LATENCY));
    } else if (isDone(run, LATENCY) && logs.stream().anyMatch(log -> log.rate() > 0)) {
      // Older runs, whose rates are unknown, measured some designs only.
      requireLogs(run);
    }
    return logs;
  }

  private void requireLogs(RunFile run) throws UnreadableRunException {
    for (String name : run.designs()) {
      Path log = folder.resolve(LATENCY).resolve(name + HLOG);
      if (!Files.isRegularFile(log)) {
        throw missing(log);
      }
    }
  }

  private static boolean isDone(RunFile run, String stem) {
    return run.phases().stream()
        .anyMatch(phase -> phase.name().equals(stem) && phase.status() == PhaseStatus.DONE);
  }

  private List<Path> latencyFiles() throws UnreadableRunException {
    Path latency = folder.resolve(LATENCY);
    if (!Files.isDirectory(latency)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(latency)) {
      return files.filter(file -> file.toString().endsWith(HLOG)).sorted().toList();
    } catch (IOException e) {
      throw new UnreadableRunException(
          latency + " cannot be listed (" + e.getMessage() + "); check its permissions.", e);
    }
  }

  /** A phase is named after the stem of its file, except for one that writes two. */
  private String whyAbsent(RunFile run, String name) throws UnreadableRunException {
    String stem = name.equals(ResultFiles.CONFLICTS) ? ACCESSES : name.replace(".json", "");
    Optional<Phase> phase =
        run.phases().stream().filter(candidate -> candidate.name().equals(stem)).findFirst();
    if (phase.isPresent() && phase.get().status() != PhaseStatus.DONE) {
      String detail = phase.get().detail();
      if (!detail.isBlank()) {
        return detail;
      }
      return phase.get().status() == PhaseStatus.FAILED
          ? "The phase \"" + stem + "\" failed."
          : "The phase \"" + stem + "\" did not start.";
    }
    if (phase.isEmpty() && run.status() == Completion.INCOMPLETE) {
      return "The run was stopped before the phase \"" + stem + "\".";
    }
    if (phase.isEmpty() && stem.equals(ACCESSES)) {
      return "The run is older than the recording of accesses.";
    }
    if (phase.isEmpty() && name.equals(ResultFiles.EXPLORATIONS)) {
      return "The run is older than the exploration of weak memory.";
    }
    throw missing(folder.resolve(name));
  }

  private static UnreadableRunException missing(Path file) {
    return new UnreadableRunException(
        file
            + " is missing, but run.json does not say that its phase failed;"
            + " copy the folder again, or repeat the run.",
        null);
  }
}
