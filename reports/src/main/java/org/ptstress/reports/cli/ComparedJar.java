package org.ptstress.reports.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.jar.JarFile;
import org.ptstress.model.Design;
import org.ptstress.stress.process.ChildJvm;

/**
 * One side of a comparison of jars.
 *
 * @param path the jar
 * @param complete whether it brings its own benchmarks, as a ptstress.jar does; a jar with nothing
 *     but designs is measured by the benchmarks of this program
 */
record ComparedJar(Path path, boolean complete) {
  /** JMH's list of the benchmarks of a jar. */
  private static final String BENCHMARKS = "META-INF/BenchmarkList";

  /**
   * Looks into a jar.
   *
   * @throws UserException if there is none
   */
  static ComparedJar of(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new UserException(
          "The jar " + path + " is missing; build one with: mvn -DskipTests package");
    }
    try (JarFile file = new JarFile(path.toFile())) {
      return new ComparedJar(path, file.getEntry(BENCHMARKS) != null);
    } catch (IOException e) {
      throw new UserException(
          "The jar " + path + " cannot be read (" + e.getMessage() + "); build it again.", e);
    }
  }

  /** The class path of a JVM that measures it. */
  String classPath() {
    String alone = path.toAbsolutePath().toString();
    return complete ? alone : alone + File.pathSeparator + ChildJvm.classPath();
  }

  /** What to measure unless told otherwise: what the jar is there for. */
  List<String> designs() {
    return with(outside -> names(complete ? outside.catalogue() : outside.designs()));
  }

  /**
   * Makes sure that designs can be measured from it. A complete jar is not looked into: its
   * catalogue is taken to be that of this program.
   *
   * @throws UserException if one is missing
   */
  void require(List<String> designs) {
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

  /** Does something while the designs of this jar are in the catalogue. */
  <T> T with(Function<OutsideDesigns, T> action) {
    try (OutsideDesigns outside =
        complete ? OutsideDesigns.none() : OutsideDesigns.on(path.toString())) {
      return action.apply(outside);
    }
  }

  private static List<String> names(List<Design> designs) {
    return designs.stream().map(Design::name).toList();
  }
}
