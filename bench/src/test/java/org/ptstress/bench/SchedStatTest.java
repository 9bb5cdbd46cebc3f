package org.ptstress.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class SchedStatTest {
  /** The listing of the tasks is out of date by the time that they are read. */
  @Test
  void threadsThatEndWhileTheyAreReadDoNoHarm() throws InterruptedException {
    AtomicBoolean done = new AtomicBoolean();
    Thread starter =
        new Thread(
            () -> {
              while (!done.get()) {
                new Thread(() -> {}).start();
              }
            });
    Set<Path> seen = new HashSet<>();
    starter.start();
    try {
      long end = System.nanoTime() + 500_000_000L;
      while (System.nanoTime() < end) {
        seen.addAll(SchedStat.ofThreads().keySet());
      }
    } finally {
      done.set(true);
      starter.join();
    }
    // A system without these files has no such threads either.
    assertThat(seen.size() > 100)
        .as("%s threads came and went", seen.size())
        .isEqualTo(Files.isDirectory(SchedStat.TASKS));
  }
}
