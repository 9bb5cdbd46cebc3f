package org.ptstress.reports.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.ptstress.model.Design;
import org.ptstress.reports.jar.OutsideDesigns;
import org.ptstress.reports.phase.ReportFiles;
import org.ptstress.reports.phase.RunRecorder;
import org.ptstress.reports.verdict.ExitStatus;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.result.Profile;
import org.ptstress.run.result.VerdictRow;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** The options of the commands that make a run folder. */
final class RunOptions {
  @Mixin private ClassPathOption classPath;

  @Mixin private DesignsOption designs;

  @Mixin private OutOption out;

  /** A run of some designs. */
  @FunctionalInterface
  interface Job {
    /**
     * Does everything up to the report.
     *
     * @param folder the run folder
     * @param designs the designs
     * @param recorder keeps {@code run.json}
     * @return the folder as the report read it
     */
    RunFolder execute(Path folder, List<Design> designs, RunRecorder recorder)
        throws IOException, InterruptedException;
  }

  /** The end of a run. */
  record Ended(RunFolder folder, List<String> failures) {
    /** The status of a run with these verdicts; a phase that failed makes it incomplete. */
    int exitStatus(List<VerdictRow> verdicts) {
      int status = ExitStatus.of(verdicts);
      return status == ExitStatus.PASSED && !failures.isEmpty() ? ExitStatus.INCOMPLETE : status;
    }

    /** The path of the report, for the closing line. */
    String report() {
      return "Report: " + folder.path().resolve(ReportFiles.PAGE).toAbsolutePath();
    }
  }

  /** Something about designs that needs no run folder. */
  @FunctionalInterface
  interface Question {
    void ask(List<Design> designs) throws IOException;
  }

  /**
   * Finds the designs.
   *
   * @param unnamed the designs to take if none is named
   * @param question what to do with them
   */
  void ask(Function<OutsideDesigns, List<Design>> unnamed, Question question) throws IOException {
    try (OutsideDesigns outside = classPath.open()) {
      question.ask(designs.orElse(() -> unnamed.apply(outside)));
    }
  }

  /**
   * Finds the designs and the folder, and runs.
   *
   * @param spec the command
   * @param profile the profile of the run
   * @param unnamed the designs to take if none is named
   * @param start when the JVM must have been tried
   * @param job the work
   */
  Ended run(
      CommandSpec spec,
      Profile profile,
      Function<OutsideDesigns, List<Design>> unnamed,
      Deadline start,
      Job job)
      throws IOException, InterruptedException {
    try (OutsideDesigns outside = classPath.open()) {
      List<Design> tested = designs.orElse(() -> unnamed.apply(outside));
      return out.run(
          spec,
          profile,
          tested,
          start,
          (folder, recorder) ->
              new Ended(job.execute(folder, tested, recorder), recorder.failures()));
    }
  }
}
