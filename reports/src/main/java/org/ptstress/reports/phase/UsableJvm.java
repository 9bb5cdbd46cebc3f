package org.ptstress.reports.phase;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ptstress.run.process.ChildStart;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.process.Workers;

/**
 * Tries once, before a command begins, what it takes from the JVM. Otherwise each child would fail
 * by itself, and each of its results be missing with the same reason.
 */
public final class UsableJvm {
  /** HotSpot and what is built from it, by the end of the name: which of its parts it has. */
  private static final Pattern HOTSPOT = Pattern.compile(".*(Server|Client|Minimal|Zero|Core) VM");

  private UsableJvm() {}

  /**
   * Refuses a JVM whose children do not start or do not let an agent in.
   *
   * @param children the kinds of children that the command starts
   * @param deadline when they must have been tried
   * @throws UserException if one cannot be used
   * @throws IOException if the program {@code java} cannot be started
   * @throws InterruptedException if this thread is interrupted
   */
  public static void require(List<ChildStart> children, Deadline deadline)
      throws IOException, InterruptedException {
    requireHotSpot(
        System.getProperty("java.vm.name"),
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class));
    Path folder = Files.createTempDirectory("ptstress-start");
    try {
      int cpus = Runtime.getRuntime().availableProcessors();
      List<Optional<String>> problems =
          deadline
              .call(() -> Workers.map(children, cpus, child -> child.problem(folder)))
              .orElseThrow(
                  () ->
                      new UserException(
                          "The JVMs that are needed did not start within the limit; give more with"
                              + " --limit."));
      for (Optional<String> problem : problems) {
        if (problem.isPresent()) {
          throw new UserException(problem.get());
        }
      }
    } finally {
      OutputFolder.delete(folder);
    }
  }

  /**
   * Refuses what is not HotSpot.
   *
   * @param name what the JVM calls itself
   * @param options knows the options of HotSpot; null if there is none
   */
  static void requireHotSpot(String name, @Nullable HotSpotDiagnosticMXBean options) {
    if (options == null || !HOTSPOT.matcher(name).matches()) {
      throw new UserException(
          "This JVM is "
              + name
              + ", but races and measurements need options of HotSpot; set JAVA_HOME to"
              + " a JDK that has it, such as those of OpenJDK.");
    }
  }
}
