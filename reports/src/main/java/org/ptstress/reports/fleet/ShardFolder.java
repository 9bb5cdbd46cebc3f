package org.ptstress.reports.fleet;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ptstress.reports.phase.UserException;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.measurement.HostInfo;
import org.ptstress.run.result.RunFile.PhaseStatus;
import org.ptstress.run.unit.Unit;
import org.ptstress.run.unit.UnitFile;
import org.ptstress.run.unit.UnitRows;

/**
 * A folder that is merged.
 *
 * @param run the folder
 * @param units what it was to do
 * @param done the names of the units that it came to an end with, whatever the result
 */
record ShardFolder(RunFolder run, UnitFile units, Set<String> done) {
  /**
   * Reads a folder.
   *
   * @return empty if its run was stopped before it had any result
   * @throws UserException if it is no folder of {@code run}
   */
  static Optional<ShardFolder> read(Path folder) throws IOException {
    Path runFile = folder.resolve(ResultFiles.RUN);
    if (Files.isRegularFile(runFile) && Files.size(runFile) == 0) {
      return Optional.empty();
    }
    RunFolder run = RunFolder.read(folder);
    if (run.host() == null) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(folder.resolve(ResultFiles.UNITS))) {
      throw new UserException(
          folder
              + " has no "
              + ResultFiles.UNITS
              + ", so its units are unknown; name folders that \"ptstress run\" of this version"
              + " wrote.");
    }
    UnitFile units = ResultFiles.readUnits(folder);
    return Optional.of(new ShardFolder(run, units, done(run, units)));
  }

  HostInfo host() {
    return requireNonNull(run.host());
  }

  /** Whether it came to an end with a unit, whatever the result. */
  boolean did(Unit unit) {
    return done.contains(unit.name());
  }

  private static Set<String> done(RunFolder run, UnitFile units) {
    Set<String> phases = new HashSet<>();
    run.run().phases().stream()
        .filter(phase -> phase.status() == PhaseStatus.DONE)
        .forEach(phase -> phases.add(phase.name()));
    if (phases.contains("jmh") && phases.contains("latency")) {
      phases.add(Unit.MEASUREMENTS);
    }
    if (!run.kernel().isEmpty()) {
      // A difference from the model fails the phase, and is a result.
      phases.add(Unit.KERNEL);
    }
    // A phase that was stopped or failed came to an end with the units whose rows all ran.
    Set<String> ran = new HashSet<>();
    addRan(ran, UnitRows.RACES, run.races());
    addRan(ran, UnitRows.INTERLEAVINGS, run.interleavings());
    addRan(ran, UnitRows.CHECKS, run.checks());
    addRan(ran, UnitRows.COSTS, run.costs());
    addRan(ran, UnitRows.EXPLORATIONS, run.explored());
    Set<String> done = new HashSet<>(units.units());
    done.removeIf(name -> !ran.contains(name) && !phases.contains(name.split("/", 2)[0]));
    return done;
  }

  private static <R> void addRan(Set<String> names, UnitRows<R> rows, List<R> all) {
    all.stream()
        .collect(groupingBy(rows.unit()))
        .forEach(
            (unit, of) -> {
              if (of.stream().allMatch(rows::hasRun)) {
                names.add(unit.name());
              }
            });
  }

  /** The rows of the units that it came to an end with. */
  <R> List<R> rows(UnitRows<R> rows, Function<RunFolder, List<R>> file) {
    return file.apply(run).stream().filter(row -> did(rows.unit().apply(row))).toList();
  }

  /** The rows of the units that were cut off, if one of the unit's rows has anything to show. */
  <R> List<R> begun(UnitRows<R> rows, Function<RunFolder, List<R>> file) {
    Set<Unit> begun =
        file.apply(run).stream()
            .filter(rows::hasBegun)
            .map(rows.unit())
            .filter(unit -> !did(unit))
            .collect(toSet());
    return file.apply(run).stream().filter(row -> begun.contains(rows.unit().apply(row))).toList();
  }
}
