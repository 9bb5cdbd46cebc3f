package org.ptstress.run.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The run folders among the test resources. */
public final class Samples {
  /** A complete run of four designs. */
  public static final String QUICK = "quick";

  /** A run with contradictions, a crash, and a design whose name wants to be escaped. */
  public static final String ODD = "odd";

  /** A run that was stopped. */
  public static final String STOPPED = "stopped";

  /** A standard run of four designs, which has every benchmark, with a run of seeded faults. */
  public static final String STANDARD = "standard";

  private Samples() {}

  /** A folder that must not be changed. */
  public static Path folder(String name) {
    // Not a resource: in a build these classes come out of a jar, and a run is read from files.
    Path folder = Path.of("..", "run", "src", "test", "resources", "runs", name);
    return folder.toAbsolutePath().normalize();
  }

  /** A copy of a folder, to be broken. */
  public static Path copy(String name, Path target) throws IOException {
    Path source = folder(name);
    List<Path> files;
    try (Stream<Path> walk = Files.walk(source)) {
      files = walk.toList();
    }
    for (Path file : files) {
      Path copy = target.resolve(source.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(copy);
      } else {
        Files.copy(file, copy);
      }
    }
    return target;
  }
}
