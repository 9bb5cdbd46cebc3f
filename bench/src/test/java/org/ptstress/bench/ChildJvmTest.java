package org.ptstress.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChildJvmTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir private Path folder = Path.of("");

  @Test
  void appendsTheOutputToTheLog() throws IOException, InterruptedException {
    Path log = Files.writeString(log(), "before\n");

    ChildJvm.run("The child", MeasuredJvm.classPath(), List.of(), Prints.class, log, LONG, "first");
    ChildJvm.run(
        "The child", MeasuredJvm.classPath(), List.of(), Prints.class, log, LONG, "second");

    assertThat(log).content().isEqualToNormalizingNewlines("before\nfirst\nsecond\n");
  }

  @Test
  void reportsAnExitStatus() {
    assertThatThrownBy(
            () ->
                ChildJvm.run(
                    "The child", MeasuredJvm.classPath(), List.of(), Exits.class, log(), LONG))
        .isInstanceOf(MeasurementException.class)
        .hasMessage("The child ended with status 3. See " + log() + ".");
  }

  @Test
  void endsAChildThatHangs() throws InterruptedException {
    assertThatThrownBy(
            () ->
                ChildJvm.run(
                    "The child",
                    MeasuredJvm.classPath(),
                    List.of(),
                    Hangs.class,
                    log(),
                    Duration.ofSeconds(1)))
        .isInstanceOf(MeasurementException.class)
        .hasMessage("The child did not end within 1 s. See " + log() + ".");
    assertThatNoChildIsLeft();
  }

  @Test
  void endsTheChildWhenInterrupted() throws InterruptedException {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread runner =
        new Thread(
            () -> {
              try {
                ChildJvm.run(
                    "The child", MeasuredJvm.classPath(), List.of(), Hangs.class, log(), LONG);
              } catch (IOException | InterruptedException | RuntimeException e) {
                thrown.set(e);
              }
            });
    runner.start();
    while (!childrenLeft()) {
      Thread.sleep(10);
    }

    runner.interrupt();
    runner.join(20_000);

    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    assertThatNoChildIsLeft();
  }

  /** The system takes its time to end a killed process. */
  private static void assertThatNoChildIsLeft() throws InterruptedException {
    for (int i = 0; i < 500 && childrenLeft(); i++) {
      Thread.sleep(10);
    }
    assertThat(childrenLeft()).isFalse();
  }

  private Path log() {
    return folder.resolve("child.log");
  }

  private static boolean childrenLeft() {
    return ProcessHandle.current()
        .children()
        .anyMatch(child -> child.info().commandLine().orElse("").contains(Hangs.class.getName()));
  }

  static final class Prints {
    private Prints() {}

    public static void main(String[] arguments) {
      System.out.println(arguments[0]);
    }
  }

  static final class Exits {
    private Exits() {}

    public static void main(String[] arguments) {
      System.exit(3);
    }
  }

  static final class Hangs {
    private Hangs() {}

    public static void main(String[] arguments) throws InterruptedException {
      Thread.sleep(60_000);
    }
  }
}
