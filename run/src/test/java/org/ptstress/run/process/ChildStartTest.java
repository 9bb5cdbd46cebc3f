package org.ptstress.run.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a JVM that does not start, and whom it blames. */
class ChildStartTest {
  private static final int KILLED = 137;

  @TempDir private Path folder;

  /** Ends like a process that is killed, the first time. */
  static final class KilledOnce {
    private KilledOnce() {}

    /** Runs. */
    public static void main(String[] args) throws IOException {
      Path tried = Path.of("tried");
      if (!Files.exists(tried)) {
        Files.createFile(tried);
        Runtime.getRuntime().halt(KILLED);
      }
      System.out.println(ChildStart.STARTED);
    }
  }

  /** Always ends like a process that is killed. */
  static final class Killed {
    private Killed() {}

    /** Runs. */
    public static void main(String[] args) {
      System.out.println("once");
      System.out.flush();
      Runtime.getRuntime().halt(KILLED);
    }
  }

  @Test
  void jvmThatIsKilledIsTriedAgain() throws Exception {
    assertThat(new ChildStart("the trial", List.of(), KilledOnce.class).problem(folder)).isEmpty();
  }

  @Test
  void jvmThatIsKilledTwiceBlamesNoJdk() throws Exception {
    assertThat(new ChildStart("the trial", List.of(), Killed.class).problem(folder))
        .hasValueSatisfying(
            problem ->
                assertThat(problem)
                    .startsWith("The JVM of the trial failed twice to start: its JVM ended with")
                    .contains("status 137, killed by SIGKILL from outside ptstress; ", "memory")
                    .doesNotContain("JAVA_HOME", "options"));
    assertThat(Files.readAllLines(folder.resolve("the-trial.log"))).containsExactly("once", "once");
  }

  /** A control: what a JVM says itself is quoted, and it is not tried again. */
  @Test
  void jvmThatRefusesItsOptionsSaysSo() throws Exception {
    assertThat(ChildStart.plain("the trial", List.of("-XX:+NoSuchOption")).problem(folder))
        .hasValueSatisfying(
            problem -> assertThat(problem).contains("with the options", "NoSuchOption"));
  }
}
