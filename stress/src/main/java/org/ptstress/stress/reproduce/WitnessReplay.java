package org.ptstress.stress.reproduce;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.run.folder.WholeFile;
import org.ptstress.run.process.ChildJvm;
import org.ptstress.run.process.Message;
import org.ptstress.stress.engine.EngineJar;
import org.ptstress.stress.exploration.ExplorationRunner;

/** Replays witnesses in a child JVM and collects their steps. */
final class WitnessReplay {
  private static final Duration SILENCE = Duration.ofMinutes(2);

  private WitnessReplay() {}

  /**
   * A witness.
   *
   * @param design the design
   * @param claim the claim that it breaks
   * @param explored the execution
   */
  record Witnessed(Design design, Claim claim, Counterexample.Explored explored) {}

  /**
   * The steps of witnesses.
   *
   * @param folder where the engine and the log go
   * @param found the witnesses
   * @return of each the steps of all actors in the order of the execution
   * @throws IOException if the child cannot be started, or a witness does not repeat
   * @throws InterruptedException if this thread is interrupted; the child is killed
   */
  static List<List<WitnessStep>> steps(Path folder, List<Witnessed> found)
      throws IOException, InterruptedException {
    Path engine = Files.createDirectories(folder.resolve("work"));
    Path log = Files.createDirectories(folder.resolve("logs")).resolve("witness.log");
    WholeFile.write(engine.resolve(EngineJar.NAME), EngineJar::write);
    List<List<WitnessStep>> steps = new ArrayList<>();
    String[] problem = {""};
    ChildJvm.Exit exit =
        new ChildJvm(
                folder,
                log,
                SILENCE,
                ChildJvm.classPath(),
                ExplorationRunner.jvmArgs(
                    folder, engine, found.stream().map(Witnessed::design).toList()),
                WitnessMain.class.getName(),
                found.stream().flatMap(WitnessReplay::arguments).toList())
            .run(
                message -> {
                  if (message.kind().equals(WitnessMain.STEPS)) {
                    steps.add(List.of(message.as(WitnessStep[].class)));
                  } else {
                    problem[0] = message.as(String.class);
                  }
                  return Message.Effect.PROGRESS;
                });
    if (steps.size() < found.size()) {
      throw new IOException(
          "A witness could not be replayed: "
              + (problem[0].isEmpty() ? exit.reason(SILENCE) : problem[0])
              + "; see "
              + log);
    }
    return steps;
  }

  private static Stream<String> arguments(Witnessed found) {
    return Stream.of(
        found.design().name(),
        found.explored().scenario().name(),
        found.claim().name(),
        found.explored().witness().replay());
  }
}
