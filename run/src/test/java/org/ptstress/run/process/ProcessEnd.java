package org.ptstress.run.process;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The end of a process that is no child of the test, so that nobody tells the test of it. */
public final class ProcessEnd {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final int STACKS = 20_000;

  private ProcessEnd() {}

  /**
   * Waits for the end of a process. One that has ended and whose new parent has not taken notice (a
   * zombie) has ended, too: that parent is not ours.
   *
   * @param process what must end
   * @throws AssertionError if it does not end, with what it does
   */
  public static void await(ProcessHandle process) throws IOException, InterruptedException {
    await(process, PATIENCE);
  }

  static void await(ProcessHandle process, Duration patience)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    while (process.isAlive() && !isZombie(process.pid())) {
      if (System.nanoTime() - begin > patience.toNanos()) {
        String pid = Long.toString(process.pid());
        fail(
            "Process %s did not end within %s: %s%n%s%n%s",
            pid,
            patience,
            process.info(),
            Program.outputOf(Path.of("/"), "cat", "/proc/" + pid + "/status"),
            isJvm(process) ? stacks(pid) : "");
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** Another program takes the signal by which stacks are asked for as its end. */
  private static boolean isJvm(ProcessHandle process) {
    return process.info().command().equals(ProcessHandle.current().info().command());
  }

  private static String stacks(String pid) throws InterruptedException {
    Path jstack = Path.of(ChildJvm.java()).resolveSibling("jstack");
    String stacks = Program.outputOf(Path.of("/"), jstack.toString(), pid);
    return stacks == null
        ? "It does not say what its threads do."
        : stacks.substring(0, Math.min(STACKS, stacks.length()));
  }

  private static boolean isZombie(long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    try {
      return Files.isReadable(status) && Files.readString(status).contains("\nState:\tZ");
    } catch (IOException e) {
      // It ended while it was read, which is seen next time.
      return false;
    }
  }
}
