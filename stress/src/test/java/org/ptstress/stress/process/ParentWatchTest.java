package org.ptstress.stress.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ParentWatchTest {
  @Test
  void childEndsWithTheStandardInputThatItsParentHolds() throws Exception {
    Process child = start("watched");
    try {
      assertThat(child.isAlive()).isTrue();
      child.getOutputStream().close();
      assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(child.exitValue()).isEqualTo(ParentWatch.STATUS);
    } finally {
      child.destroyForcibly();
    }
  }

  @Test
  void childWithoutTheWatchStays() throws Exception {
    Process child = start("unwatched");
    try {
      child.getOutputStream().close();
      assertThat(child.waitFor(1, TimeUnit.SECONDS)).isFalse();
    } finally {
      child.destroyForcibly();
    }
  }

  /** Starts a child, and waits until it is up. */
  private static Process start(String kind) throws IOException {
    Process child =
        new ProcessBuilder(
                ChildJvm.java(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                ChildJvm.classPath(),
                Sleeper.class.getName(),
                kind)
            .start();
    assertThat(child.getInputStream().read()).isEqualTo('u');
    return child;
  }

  /** A child that does not end by itself. */
  static final class Sleeper {
    private Sleeper() {}

    public static void main(String[] args) throws InterruptedException {
      if (args[0].equals("watched")) {
        ParentWatch.start();
      }
      System.out.println("up");
      TimeUnit.HOURS.sleep(1);
    }
  }
}
