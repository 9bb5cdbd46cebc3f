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
 * The time that a process has had: while one of its threads wants a CPU, the CPU time that it got,
 * and while all wait, the time that passes. A busy machine takes none of it away, and a process
 * that hangs or is stopped uses it up. On an idle machine it is the time that passes; so it is
 * where there is no {@code /proc}.
 *
 * <p>It is as exact as it is asked often. Thread-safe.
 */
public final class OwnTime implements LongSupplier {
  private final ProcessHandle process;
  private final boolean isThisProcess;
  private final Path threads;
  private long lastTime = System.nanoTime();
  private long lastCpu;
  private long own;

  /**
   * Begins.
   *
   * @param process the process; where it is this one, the thread that asks counts as none of it
   */
  public OwnTime(ProcessHandle process) {
    this.process = process;
    this.isThisProcess = process.pid() == ProcessHandle.current().pid();
    this.threads = Path.of("/proc", Long.toString(process.pid()), "task");
    this.lastCpu = cpu();
  }

  /**
   * The time since this was made.
   *
   * @return nanoseconds
   */
  @Override
  public synchronized long getAsLong() {
    long now = System.nanoTime();
    long cpu = Math.max(lastCpu, cpu());
    long passed = now - lastTime;
    long used = Math.min(passed, cpu - lastCpu);
    // Whether it wants more is asked of those only that got little.
    own += 2 * used < passed && !wantsCpu() ? passed : used;
    lastTime = now;
    lastCpu = cpu;
    return own;
  }

  /** None once it has ended. */
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
      // It has ended, or there is no such folder.
      return false;
    }
  }

  /**
   * Whether a thread runs or would like to: the letter behind its name, which may hold anything.
   */
  private static boolean isRunnable(Path thread) {
    try {
      String stat = Files.readString(thread.resolve("stat"), ISO_8859_1);
      return stat.startsWith(") R ", stat.lastIndexOf(')'));
    } catch (IOException e) {
      // It has ended.
      return false;
    }
  }
}
