package org.ptstress.bench.fork;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.bench.KilledRun;
import org.ptstress.bench.plan.BriefBudgets;
import org.ptstress.bench.plan.Threads;
import org.ptstress.bench.plan.ThroughputPlan;
import org.ptstress.bench.plan.Workloads;
import org.ptstress.run.measurement.Row;
import org.ptstress.run.process.ProgressListener;

final class ForkOrphansTest {
  @ParameterizedTest
  @ValueSource(strings = {"fork", "archive"})
  void noForkOutlivesItsRun(String kind, @TempDir Path folder) throws Exception {
    KilledRun.assertThatNoChildOutlives(Run.class, folder, kind, folder.toString());
  }

  /** The run. */
  static final class Run {
    private Run() {}

    public static void main(String[] args) throws IOException, InterruptedException {
      Path folder = Path.of(args[1]);
      if (args[0].equals("fork")) {
        Benchmarks.run(
            new ThroughputPlan(BriefBudgets.finds(Threads.ONE, 0), List.of("Hangs"), 1),
            folder,
            List.of(),
            ProgressListener.NONE);
      } else {
        ClassArchive.of(
                ClassArchiveTest.jarOfClasses(folder),
                new Row(Workloads.FIND, "Hangs", 64, 1),
                folder.resolve("classes.jsa"),
                folder.resolve("log"))
            .close();
      }
    }
  }
}
