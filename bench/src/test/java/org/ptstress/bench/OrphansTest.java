package org.ptstress.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.run.process.ChildJvm;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.result.Row;

/** A run that is killed (kill -9) while a design hangs in a child that measures. */
@Timeout(180)
final class OrphansTest {
  @ParameterizedTest
  @ValueSource(strings = {"latency", "fork", "archive"})
  void noChildOutlivesItsRun(String kind, @TempDir Path folder) throws Exception {
    Path mark = folder.resolve("mark");
    String classPath =
        OutsideTables.writeServices(folder.resolve("outside"))
            + File.pathSeparator
            + ChildJvm.classPath();
    ProcessBuilder builder =
        new ProcessBuilder(
                ChildJvm.java(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                Run.class.getName(),
                kind,
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("run.log").toFile());
    builder.environment().put(OutsideTables.Hangs.MARK, mark.toString());
    Process run = builder.start();
    while (!Files.exists(mark) || Files.size(mark) == 0) {
      assertThat(run.isAlive()).as("%s", folder.resolve("run.log")).isTrue();
      TimeUnit.MILLISECONDS.sleep(20);
    }
    ProcessHandle child = ProcessHandle.of(Long.parseLong(Files.readString(mark))).orElseThrow();
    assertThat(child).isNotEqualTo(run.toHandle());
    run.destroyForcibly().waitFor();
    child.onExit().get(1, TimeUnit.MINUTES);
  }

  /** The run. */
  static final class Run {
    private Run() {}

    public static void main(String[] args) throws IOException, InterruptedException {
      Path folder = Path.of(args[1]);
      List<String> hangs = List.of("Hangs");
      switch (args[0]) {
        case "latency" -> LatencyRun.run(Budgets.latency(), hangs, folder, ProgressListener.NONE);
        case "fork" ->
            Benchmarks.run(
                new ThroughputPlan(Budgets.finds(Threads.ONE, 0), hangs, 1),
                folder,
                List.of(),
                ProgressListener.NONE);
        default ->
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
