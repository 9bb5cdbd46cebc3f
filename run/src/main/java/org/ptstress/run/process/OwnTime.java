package org.ptstress.run.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * A clock for the timeouts of a process, which ignores CPU starvation. While a thread of the
 * process is runnable it advances by the CPU time used; while all threads wait, by elapsed time. A
 * busy machine thus makes nothing time out, but a hung or stopped process does. On an idle machine,
 * and without {@code /proc}, it is elapsed time.
 *
 * <p>Its precision grows with the rate of polling. Thread-safe.
 */
public final class OwnTime implements LongSupplier {
  private final ProcessHandle process;
  private final boolean isThisProcess;
  private final Path threads;
  private long lastTime = System.nanoTime();
  private long lastCpu;
  private long own;

  /**
   * Creates a clock that starts at 0.
   *
   * @param process the process; if it is this one, the polling thread is not counted
   */
  public OwnTime(ProcessHandle process) {
    this.process = process;
    this.isThisProcess = process.pid() == ProcessHandle.current().pid();
    this.threads = Path.of("/proc", Long.toString(process.pid()), "task");
    this.lastCpu = cpu();
  }

  /**
   * The own time since construction.
   *
   * @return nanoseconds
   */
  @Override
  public synchronized long getAsLong() {
    long now = System.nanoTime();
    long cpu = Math.max(lastCpu, cpu());
    long passed = now - lastTime;
    long used = Math.min(passed, cpu - lastCpu);
    // Only a process that used little CPU time is checked for runnable threads.
    own += 2 * used < passed && !wantsCpu() ? passed : used;
    lastTime = now;
    lastCpu = cpu;
    return own;
  }

  /** The CPU time of the process in ns; 0 once it has ended. */
  private long cpu() {
    return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
  }

  private boolean wantsCpu() {
    try (Stream<Path> all = Files.list(threads)) {
      Path asking =
          isThisProcess
              ? Files.readSymbolicLink(Path.of("/proc/thread-self")).getFileName()
              : Path.of("");
      return all.anyMatch(thread -> !thread.getFileName().equals(asking) && isRunnable(thread));
    } catch (IOException | UncheckedIOException e) {
      // The process has ended, or there is no /proc.
      return false;
    }
  }

  /** Whether a thread is runnable: state R behind its name, which may contain anything. */
  private static boolean isRunnable(Path thread) {
    try {
      String stat = Files.readString(thread.resolve("stat"), ISO_8859_1);
      return stat.startsWith(") R ", stat.lastIndexOf(')'));
    } catch (IOException e) {
      // The thread has ended.
      return false;
    }
  }
}
