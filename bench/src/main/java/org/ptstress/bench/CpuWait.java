package org.ptstress.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * How long the calling thread could have run and had no CPU, as the kernel accounts for it. Unlike
 * CPU time over wall time it says nothing of pauses of the collector, which are the design's own.
 */
final class CpuWait {
  private static final Path SCHEDSTAT = Path.of("/proc/thread-self/schedstat");

  private CpuWait() {}

  /**
   * Reads it; takes some 10 us.
   *
   * @return ns since the thread was started; 0 where the kernel does not tell
   */
  static long nanos() {
    try {
      // Time on a CPU, time waiting for one, time slices.
      return Long.parseLong(Files.readString(SCHEDSTAT).split(" ", -1)[1]);
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
