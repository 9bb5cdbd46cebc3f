package org.ptstress.bench.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The scheduler's account of a thread since its start, as in {@code schedstat}.
 *
 * @param cpuNanos ns on a CPU
 * @param waitNanos ns in which it could run and had no CPU. Time asleep is neither
 * @param slices how often it got a CPU
 */
public record SchedStat(long cpuNanos, long waitNanos, long slices) {
  /** The account of a thread that the kernel does not know, or not any more. */
  public static final SchedStat NONE = new SchedStat(0, 0, 0);

  static final Path TASKS = Path.of("/proc/self/task");
  private static final Path SELF = Path.of("/proc/thread-self/schedstat");

  /**
   * The account of the calling thread; takes some 10 us. {@link #NONE} where the kernel does not
   * account.
   */
  static SchedStat ofThisThread() {
    try {
      return read(SELF);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The accounts of all living threads of this process; empty where the kernel keeps none. */
  public static Map<Path, SchedStat> ofThreads() {
    Map<Path, SchedStat> threads = new HashMap<>();
    if (Files.isDirectory(TASKS)) {
      try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
        for (Path task : tasks) {
          SchedStat stat = read(task.resolve("schedstat"));
          if (!stat.equals(NONE)) {
            threads.put(task, stat);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return threads;
  }

  private static SchedStat read(Path file) throws IOException {
    try {
      String[] fields = Files.readString(file, StandardCharsets.US_ASCII).strip().split(" ", -1);
      return new SchedStat(
          Long.parseLong(fields[0]), Long.parseLong(fields[1]), Long.parseLong(fields[2]));
    } catch (NoSuchFileException e) {
      // The thread has ended, or this kernel has no such file.
      return NONE;
    } catch (IOException e) {
      // A thread that ends between the open and the read gives ESRCH, which has no exception.
      if (Files.exists(file)) {
        throw e;
      }
      return NONE;
    }
  }

  public SchedStat minus(SchedStat before) {
    return new SchedStat(
        cpuNanos - before.cpuNanos, waitNanos - before.waitNanos, slices - before.slices);
  }
}
