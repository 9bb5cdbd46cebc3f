package org.ptstress.reports.jar;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ptstress.bench.fork.JarBenchmarks;
import org.ptstress.model.Design;
import org.ptstress.reports.phase.UserException;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.measurement.Row;
import org.ptstress.run.process.ChildJvm;

/**
 * One side of a comparison of jars.
 *
 * @param path the jar
 * @param benchmarks its own benchmarks, of which a ptstress.jar has some; a jar with nothing but
 *     designs is measured by those of this program
 */
public record ComparedJar(Path path, Set<String> benchmarks) {
  /** For all designs of a jar; a design takes a second, on a busy machine ten. */
  private static final Duration COUNTING = Duration.ofMinutes(10);

  public ComparedJar {
    benchmarks = Set.copyOf(benchmarks);
  }

  /**
   * Reads the benchmarks of a jar.
   *
   * @throws UserException if there is none
   */
  public static ComparedJar of(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new UserException(
          "The jar " + path + " is missing; build one with: mvn -DskipTests package");
    }
    try {
      return new ComparedJar(path, JarBenchmarks.of(path));
    } catch (IOException e) {
      throw new UserException(
          "The jar " + path + " cannot be read (" + e.getMessage() + "); build it again.", e);
    }
  }

  private boolean complete() {
    return !benchmarks.isEmpty();
  }

  /** The class path of a JVM that measures it. */
  public String classPath() {
    String alone = path.toAbsolutePath().toString();
    return complete() ? alone : alone + File.pathSeparator + ChildJvm.classPath();
  }

  /**
   * Counts what operations cost, by this jar's own {@code ptstress conflicts}.
   *
   * @param main the main class of ptstress
   * @param designs the designs
   * @param folder where the files go; the log goes beside it
   * @return the costs of each design, with a problem if they were not recorded
   */
  List<DesignCosts> costs(String main, List<String> designs, Path folder)
      throws IOException, InterruptedException {
    List<String> args =
        new ArrayList<>(List.of("conflicts", "--designs", String.join(",", designs)));
    args.addAll(List.of("--out", folder.toAbsolutePath().toString()));
    if (!complete()) {
      args.addAll(List.of("--class-path", path.toAbsolutePath().toString()));
    }
    Path log = Path.of(folder.toAbsolutePath() + ".log");
    ChildJvm.Exit exit =
        new ChildJvm(
                Path.of(""),
                log,
                COUNTING,
                complete() ? path.toAbsolutePath().toString() : ChildJvm.classPath(),
                List.of(),
                main,
                args)
            .run();
    // With status 3 it has still counted what can be counted.
    if (Files.isRegularFile(folder.resolve(ResultFiles.CONFLICTS))) {
      return ResultFiles.readCosts(folder);
    }
    String problem = exit.reason(COUNTING) + "; see " + log;
    return designs.stream().map(design -> DesignCosts.none(design, problem)).toList();
  }

  /** The designs to measure by default: all of a ptstress.jar, else those that the jar brings. */
  public List<String> designs() {
    return with(outside -> names(complete() ? outside.catalogue() : outside.designs()));
  }

  /**
   * Requires that the jar has designs. A complete jar is not opened: its catalogue is taken to be
   * that of this program.
   *
   * @throws UserException if one is missing
   */
  public void require(List<String> designs) {
    List<String> known = with(outside -> names(outside.catalogue()));
    for (String design : designs) {
      if (!known.contains(design)) {
        throw new UserException(
            ("The jar %s has no design \"%s\", only %s; name designs that both jars have with"
                    + " --designs.")
                .formatted(path, design, String.join(", ", known)));
      }
    }
  }

  /**
   * Requires that the jar can run rows. An older version may have the classes in other packages.
   *
   * @throws UserException if it brings benchmarks, and one of these is not among them
   */
  public void requireBenchmarks(Collection<Row> rows) {
    Set<String> names =
        benchmarks.stream()
            .map(benchmark -> new Row(benchmark, "", 0, 1).shortName())
            .collect(Collectors.toSet());
    for (Row row : rows) {
      if (complete() && !names.contains(row.shortName())) {
        throw new UserException(
            "The jar %s has no benchmark %s; name rows that both jars have with --benchmarks."
                .formatted(path, row.shortName()));
      }
    }
  }

  /** Does something while the designs of this jar are in the catalogue. */
  public <T> T with(Function<OutsideDesigns, T> action) {
    try (OutsideDesigns outside =
        complete() ? OutsideDesigns.none() : OutsideDesigns.on(path.toString())) {
      return action.apply(outside);
    }
  }

  private static List<String> names(List<Design> designs) {
    return designs.stream().map(Design::name).toList();
  }
}
