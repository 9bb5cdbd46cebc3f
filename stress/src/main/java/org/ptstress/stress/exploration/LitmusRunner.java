package org.ptstress.stress.exploration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ptstress.run.folder.WholeFile;
import org.ptstress.run.process.ChildJvm;
import org.ptstress.run.process.Message;
import org.ptstress.stress.engine.EngineJar;
import org.ptstress.stress.engine.litmus.Litmus;

/** Runs the litmus tests in a child JVM with the access engine. */
public final class LitmusRunner {
  private LitmusRunner() {}

  /**
   * Runs all tests.
   *
   * @param folder where the engine and the log go
   * @param silence how long a test may take
   * @return a row for each
   * @throws IOException if the child cannot be started, or ended before the last test
   * @throws InterruptedException if this thread is interrupted; the child is killed
   */
  public static List<LitmusRow> rows(Path folder, Duration silence)
      throws IOException, InterruptedException {
    Path log = folder.resolve("litmus.log");
    WholeFile.write(folder.resolve("work").resolve(EngineJar.NAME), EngineJar::write);
    List<LitmusRow> rows = new ArrayList<>();
    ChildJvm.Exit exit =
        new ChildJvm(
                folder,
                log,
                silence,
                ChildJvm.classPath(),
                args(folder),
                LitmusMain.class.getName(),
                List.of())
            .run(
                message -> {
                  rows.add(message.as(LitmusRow.class));
                  return Message.Effect.PROGRESS;
                });
    if (rows.size() < Litmus.all().size()) {
      throw new IOException(
          "The JVM of the litmus tests "
              + exit.reason(silence)
              + "; it printed: "
              + Files.readString(log).strip());
    }
    return rows;
  }

  private static List<String> args(Path folder) {
    List<String> packages = List.of(Litmus.class.getPackageName());
    List<String> args =
        new ArrayList<>(EngineJar.jvmArgs(folder, folder.resolve("work"), packages, false));
    args.add("-XX:TieredStopAtLevel=1");
    return args;
  }
}
