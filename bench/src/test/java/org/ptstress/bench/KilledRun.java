package org.ptstress.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ptstress.run.process.ChildJvm;
import org.ptstress.run.process.ProcessEnd;

/** A run that is killed (kill -9) while a design hangs in a child that measures. */
public final class KilledRun {
  private KilledRun() {}

  /** Starts a run, kills it once the design {@code Hangs} is called, and awaits its child's end. */
  public static void assertThatNoChildOutlives(Class<?> main, Path folder, String... arguments)
      throws Exception {
    Path mark = folder.resolve("mark");
    String classPath =
        OutsideTables.writeServices(folder.resolve("outside"))
            + File.pathSeparator
            + ChildJvm.classPath();
    List<String> command =
        List.of(ChildJvm.java(), "-XX:TieredStopAtLevel=1", "-cp", classPath, main.getName());
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(command.stream(), Stream.of(arguments)).toList())
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
    ProcessEnd.await(child);
  }
}
