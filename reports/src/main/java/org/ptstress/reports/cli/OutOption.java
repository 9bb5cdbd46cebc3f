package org.ptstress.reports.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Design;
import org.ptstress.reports.phase.OutputFolder;
import org.ptstress.reports.phase.RecordedRun;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.result.Profile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option of the run folder, and the start and end of a run in it. */
final class OutOption {
  static final String NAME = "--out";

  @Option(
      names = NAME,
      paramLabel = "DIR",
      description = "The run folder, empty or new (default: a dated folder under runs/).")
  private @Nullable Path out;

  /**
   * The folder, empty but for one file.
   *
   * @param first the file that the command writes first; it is there, and empty
   */
  Path folder(String first) {
    return out == null
        ? OutputFolder.dated(Path.of("runs"), first)
        : OutputFolder.empty(out, first);
  }

  /** Runs without a deadline for the trial of the JVM. */
  <T> T run(CommandSpec spec, Profile profile, List<Design> designs, RecordedRun.Job<T> job)
      throws IOException, InterruptedException {
    return run(spec, profile, designs, Deadline.none(), job);
  }

  /**
   * Makes the folder and runs the job in it; an interrupt ends all children and leaves the folder
   * readable.
   *
   * @param spec the command
   * @param profile the profile of the run
   * @param designs the designs under test
   * @param start when the JVM must have been tried
   * @param job the work
   */
  <T> T run(
      CommandSpec spec,
      Profile profile,
      List<Design> designs,
      Deadline start,
      RecordedRun.Job<T> job)
      throws IOException, InterruptedException {
    return new RecordedRun(
            profile,
            designs,
            spec.commandLine().getParseResult().originalArgs(),
            Version.number(),
            spec.commandLine().getErr())
        .run(start, () -> folder(ResultFiles.RUN), job);
  }
}
