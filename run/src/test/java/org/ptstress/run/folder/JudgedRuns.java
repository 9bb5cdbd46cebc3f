package org.ptstress.run.folder;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.ExploredWitness;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.RunFile;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.VerdictRow;

/** Runs of judge, of one design. */
public final class JudgedRuns {
  private JudgedRuns() {}

  /** A complete run of design A. */
  public static RunFolder of(
      List<InterleavingResult> searches,
      List<ExplorationResult> explorations,
      List<VerdictRow> verdicts) {
    RunFile file =
        new RunFile(
            RunFile.Completion.COMPLETE,
            "judge",
            List.of("A"),
            Instant.EPOCH,
            Instant.EPOCH,
            "1",
            List.of(),
            List.of());
    return new RunFolder(
        Path.of("run"),
        file,
        null,
        List.of(),
        searches,
        explorations,
        List.of(),
        List.of(),
        verdicts,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }

  /** An exploration of design A that has a witness. */
  public static ExplorationResult explored(
      String scenario, String description, ExploredWitness witness) {
    return new ExplorationResult(
        "A",
        scenario,
        description,
        List.of(witness.claim()),
        RunStatus.RUN,
        "",
        null,
        9,
        0,
        0.1,
        List.of(witness),
        null);
  }
}
