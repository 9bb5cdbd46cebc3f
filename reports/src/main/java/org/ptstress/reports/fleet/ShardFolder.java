package org.ptstress.reports.fleet;

import static java.util.Objects.requireNonNull;

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
    Set<String> done = new HashSet<>(units.units());
    done.removeIf(name -> !phases.contains(name.split("/", 2)[0]));
    return done;
  }

  /** The rows of the units that it did. */
  <R> List<R> rows(Function<RunFolder, List<R>> file, Function<R, Unit> unit) {
    return file.apply(run).stream().filter(row -> done.contains(unit.apply(row).name())).toList();
  }
}
