package org.ptstress.run.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * A child JVM with the class path of this one. Its output goes into a log, line by line, and to a
 * listener. A child that says nothing for too long, or whose parent is interrupted, is killed
 * together with its own children.
 */
public final class ChildJvm {
  private final List<String> command = new ArrayList<>();
  private final Path directory;
  private final Path log;
  private final Duration silence;

  /**
   * Describes a child.
   *
   * @param directory its working directory, which must exist
   * @param log the file for its output; its folder must exist
   * @param silence how long it may show no progress
   * @param classPath its class path
   * @param jvmArgs arguments of the JVM
   * @param mainClass what to run
   * @param args arguments of the program
   */
  public ChildJvm(
      Path directory,
      Path log,
      Duration silence,
      String classPath,
      List<String> jvmArgs,
      String mainClass,
      List<String> args) {
    this.directory = directory;
    this.log = log;
    this.silence = silence;
    command.add(java());
    command.addAll(jvmArgs);
    command.add("-cp");
    command.add(classPath);
    command.add(mainClass);
    command.addAll(args);
  }

  /**
   * The program that runs this JVM.
   *
   * @return its path
   */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * The class path of this JVM, with absolute entries, so that a child in another directory finds
   * them.
   *
   * @return the class path
   */
  public static String classPath() {
    List<String> entries = new ArrayList<>();
    String separator = System.getProperty("path.separator");
    for (String entry : System.getProperty("java.class.path").split(separator, -1)) {
      entries.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(separator, entries);
  }

  /**
   * Whether this JVM needs to be told that native access is wanted: newer ones warn otherwise.
   *
   * @return the arguments that keep it quiet
   */
  public static List<String> nativeAccess() {
    return Runtime.version().feature() >= 22
        ? List.of("--enable-native-access=ALL-UNNAMED")
        : List.of();
  }

  /**
   * Runs the child to its end.
   *
   * @param lines is told every line, and says whether it shows that the child gets on
   * @return how it ended
   * @throws IOException if it cannot be started, or its log cannot be written
   * @throws InterruptedException if this thread is interrupted; the child is killed
   */
  public Exit run(Predicate<String> lines) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    AtomicLong lastLine = new AtomicLong(System.nanoTime());
    AtomicBoolean done = new AtomicBoolean();
    AtomicBoolean hung = new AtomicBoolean();
    Thread watchdog =
        new Thread(
            () -> {
              while (!done.get()) {
                if (System.nanoTime() - lastLine.get() > silence.toNanos()) {
                  hung.set(true);
                  kill(process);
                  return;
                }
                pause();
              }
            },
            "watchdog of " + log.getFileName());
    watchdog.setDaemon(true);
    watchdog.start();
    // Reading blocks without looking at interrupts, so another thread reads and this one waits.
    ReaderThread reader = new ReaderThread(process, lines, lastLine);
    reader.start();
    try {
      reader.join();
      int status = process.waitFor();
      reader.rethrow();
      return new Exit(status, hung.get());
    } finally {
      done.set(true);
      kill(process);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    // Not process.destroyForcibly(): it also closes the output under the reader, which would fail.
    process.toHandle().destroyForcibly();
  }

  /**
   * How a child ended.
   *
   * @param status its exit status
   * @param hung whether it was killed because it showed no progress for too long
   */
  public record Exit(int status, boolean hung) {
    /**
     * Why a child that did not do all that it was asked for did not.
     *
     * @param silence how long it may have shown no progress
     * @return the end of a sentence
     */
    public String reason(Duration silence) {
      return hung
          ? "it did not end within " + silence.toSeconds() + " s"
          : "its JVM ended with status " + status;
    }
  }

  /** Copies the child's output into the log and to the listener. */
  private final class ReaderThread extends Thread {
    private final Process process;
    private final Predicate<String> lines;
    private final AtomicLong lastLine;
    private final List<Exception> failures = new ArrayList<>();

    ReaderThread(Process process, Predicate<String> lines, AtomicLong lastLine) {
      super("reader of " + log.getFileName());
      setDaemon(true);
      this.process = process;
      this.lines = lines;
      this.lastLine = lastLine;
    }

    @Override
    public void run() {
      try (Writer writer = Files.newBufferedWriter(log, UTF_8);
          BufferedReader reader =
              new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          writer.write(line);
          writer.write('\n');
          writer.flush();
          if (lines.test(line)) {
            lastLine.set(System.nanoTime());
          }
        }
      } catch (IOException | RuntimeException e) {
        failures.add(e);
        kill(process);
      }
    }

    void rethrow() throws IOException {
      for (Exception failure : failures) {
        if (failure instanceof IOException ioException) {
          throw ioException;
        }
        throw (RuntimeException) failure;
      }
    }
  }
}
