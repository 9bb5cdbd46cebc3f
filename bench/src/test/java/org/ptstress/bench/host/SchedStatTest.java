package org.ptstress.bench.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class SchedStatTest {
  private static final int MANY = 1_000;

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
      // A system without these files has no such threads either.
      do {
        seen.addAll(SchedStat.ofThreads().keySet());
      } while (seen.size() < MANY && Files.isDirectory(SchedStat.TASKS));
    } finally {
      done.set(true);
      starter.join();
    }
    assertThat(seen.isEmpty()).isNotEqualTo(Files.isDirectory(SchedStat.TASKS));
  }
}
