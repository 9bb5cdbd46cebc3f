package org.ptstress.run.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProcessEndTest {
  @Test
  void saysWhatAProcessThatStaysIs() throws Exception {
    Process process = new ProcessBuilder("sleep", "600").start();
    try {
      assertThatThrownBy(() -> ProcessEnd.await(process.toHandle(), Duration.ofMillis(100)))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("Process " + process.pid() + " did not end")
          .hasMessageContaining("sleep");
    } finally {
      process.destroyForcibly();
    }
  }

  /** Its parent is a program that waits for none of its children. */
  @Test
  void takesAZombieForEnded() throws Exception {
    Process parent = new ProcessBuilder("sh", "-c", "sleep 0.2 & exec sleep 600").start();
    try {
      while (parent.children().findAny().isEmpty()) {
        TimeUnit.MILLISECONDS.sleep(1);
      }
      ProcessEnd.await(parent.children().findAny().orElseThrow(), Duration.ofMinutes(1));
    } finally {
      parent.destroyForcibly();
    }
  }
}
