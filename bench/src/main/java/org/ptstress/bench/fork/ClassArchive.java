package org.ptstress.bench.fork;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ptstress.bench.jvm.MeasuredJvm;
import org.ptstress.bench.jvm.MeasurementException;
import org.ptstress.bench.plan.ForkTime;
import org.ptstress.run.folder.WholeFile;
import org.ptstress.run.measurement.Row;

/**
 * The classes of a fork, as the JVM maps them into memory (class data sharing). A fork of a quick
 * run spends three quarters of its time on its start; with this it is a sixth shorter.
 */
final class ClassArchive implements AutoCloseable {
  private static final ForkTime BRIEF = new ForkTime(1, 10, 1, 10);

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final Path file;

  private ClassArchive(Path file) {
    this.file = file;
  }

  /**
   * Runs one brief fork of a row and archives the classes that it loads. If that fails there is no
   * archive, and forks load their classes from the jar; the log then says why.
   *
   * @param classPath where the classes are
   * @param row what the fork does
   * @param file the archive
   * @param log receives the output
   * @throws IOException if the fork cannot be started
   * @throws InterruptedException if the calling thread is interrupted
   */
  static ClassArchive of(String classPath, Row row, Path file, Path log)
      throws IOException, InterruptedException {
    ClassArchive archive = new ClassArchive(withoutSeparator(file.toAbsolutePath()));
    // The JVM archives the classes of jars only.
    if (Arrays.stream(classPath.split(File.pathSeparator, -1))
        .allMatch(entry -> Files.isRegularFile(Path.of(entry)))) {
      try {
        MeasuredJvm.run(
            "Archiving the classes of the forks",
            classPath,
            List.of(
                "-XX:ArchiveClassesAtExit=" + archive.file,
                "-Xlog:disable",
                "-D" + MeasuredJvm.IGNORE_LOCK + "=true"),
            org.openjdk.jmh.Main.class,
            log,
            TIMEOUT,
            JmhOptions.of(0, BRIEF, JarNames.of(classPath), row, Map.of()).toArray(String[]::new));
      } catch (MeasurementException e) {
        // The measured code may be what fails. It fails again in the fork, which names it.
        WholeFile.append(log, e.getMessage() + "\n");
        Files.deleteIfExists(archive.file);
      }
    }
    return archive;
  }

  /** The JVM takes the name of an archive for a list of two wherever it has a path separator. */
  private static Path withoutSeparator(Path file) throws IOException {
    if (!file.toString().contains(File.pathSeparator)) {
      return file;
    }
    Path elsewhere = Files.createTempFile("ptstress-", ".jsa");
    // The JVM writes no archive over a file that is there.
    Files.delete(elsewhere);
    return elsewhere;
  }

  /** The arguments of a JVM that uses it. */
  List<String> jvmArgs() {
    return Files.exists(file) ? List.of("-XX:SharedArchiveFile=" + file) : List.of();
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
