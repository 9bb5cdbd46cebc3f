package org.ptstress.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.run.process.ChildJvm;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.process.ProcessEnd;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.result.Profile;
import org.ptstress.run.unit.UnitSelection;
import org.ptstress.stress.support.ClassPaths;
import org.ptstress.stress.support.FaultyDesign;

/** A run that is killed (kill -9) in the middle of a phase whose design hangs. */
class OrphansTest {
  @ParameterizedTest
  @ValueSource(strings = {"checks", "races", "searches"})
  void noChildOutlivesItsRun(String phase, @TempDir Path folder) throws Exception {
    Process run =
        new ProcessBuilder(
                ChildJvm.java(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                ClassPaths.with(folder, new FaultyDesign.Hanging())
                    + File.pathSeparator
                    + ChildJvm.classPath(),
                Run.class.getName(),
                phase,
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("run.log").toFile())
            .start();
    List<ProcessHandle> children = List.of();
    while (children.isEmpty()) {
      assertThat(run.isAlive()).as("%s", folder.resolve("run.log")).isTrue();
      TimeUnit.MILLISECONDS.sleep(50);
      children = run.descendants().toList();
    }
    // Until the design hangs in it; but the child ends wherever it is.
    TimeUnit.SECONDS.sleep(2);
    children = run.descendants().toList();
    assertThat(children).isNotEmpty();
    run.destroyForcibly().waitFor();
    for (ProcessHandle child : children) {
      ProcessEnd.await(child);
    }
  }

  /** The run. */
  static final class Run {
    private Run() {}

    public static void main(String[] args) throws IOException, InterruptedException {
      Design hanging = Designs.named(new FaultyDesign.Hanging().name());
      Path folder = Path.of(args[1]);
      StressRun run =
          new StressRun(
              folder,
              Profile.STANDARD,
              List.of(hanging),
              null,
              UnitSelection.ALL,
              2,
              Deadline.in(Duration.ofHours(1)));
      switch (args[0]) {
        case "checks" -> run.check(ProgressListener.NONE);
        case "races" -> run.race(ProgressListener.NONE);
        default -> run.search(ProgressListener.NONE);
      }
    }
  }
}
