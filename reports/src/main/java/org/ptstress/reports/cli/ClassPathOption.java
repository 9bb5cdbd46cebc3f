package org.ptstress.reports.cli;

import org.jspecify.annotations.Nullable;
import org.ptstress.reports.jar.OutsideDesigns;
import picocli.CommandLine.Option;

/** The option that brings designs from outside. */
final class ClassPathOption {
  @Option(
      names = "--class-path",
      paramLabel = "PATH",
      description =
          "Jars or folders with designs of your own, separated as in java -cp. One of them names"
              + " their classes in META-INF/services/org.ptstress.model.Design.")
  private @Nullable String path;

  /** Adds what the option names to the catalogue, until the result is closed. */
  OutsideDesigns open() {
    return path == null ? OutsideDesigns.none() : OutsideDesigns.on(path);
  }

  /** The class path of the option, or null. */
  @Nullable String path() {
    return path;
  }
}
