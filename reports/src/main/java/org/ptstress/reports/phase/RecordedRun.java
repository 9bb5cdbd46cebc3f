package org.ptstress.reports.phase;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ptstress.bench.fork.Benchmarks;
import org.ptstress.model.Design;
import org.ptstress.run.process.ChildStart;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.result.Profile;
import org.ptstress.stress.StressRun;

/**
 * A run from its start to its end: the JVM is tried, the folder taken, and an interrupt ends all
 * children and leaves the folder readable.
 *
 * @param profile the profile of the run
 * @param designs the designs under test
 * @param commandLine the command line of the run
 * @param version the version of ptstress
 * @param progress the terminal that shows the phases
 */
public record RecordedRun(
    Profile profile,
    List<Design> designs,
    List<String> commandLine,
    String version,
    PrintWriter progress) {
  /** Copies the lists. */
  public RecordedRun {
    designs = List.copyOf(designs);
    commandLine = List.copyOf(commandLine);
  }

  /** The work in a run folder. */
  @FunctionalInterface
  public interface Job<T> {
    /**
     * Works in the folder.
     *
     * @param folder the run folder
     * @param recorder keeps {@code run.json}
     * @return the result
     */
    T execute(Path folder, RunRecorder recorder) throws IOException, InterruptedException;
  }

  /**
   * Takes the folder, and does the job in it.
   *
   * @param start when the JVM must have been tried
   * @param folder gives the run folder, once the JVM is known to be usable
   * @param job the work
   * @throws UserException if the JVM or the folder cannot be used
   */
  public <T> T run(Deadline start, Supplier<Path> folder, Job<T> job)
      throws IOException, InterruptedException {
    Stream<ChildStart> measuring =
        profile == Profile.JUDGE || profile == Profile.KERNEL
            ? Stream.empty()
            : Stream.of(Benchmarks.childStart());
    UsableJvm.require(
        Stream.concat(StressRun.childStarts(profile).stream(), measuring).toList(), start);
    Path taken = folder.get();
    RunRecorder recorder =
        new RunRecorder(taken, profile, designs, commandLine, version, new PhaseDisplay(progress));
    Interrupts interrupts = Interrupts.of(Thread.currentThread());
    try {
      return job.execute(taken, recorder);
    } finally {
      interrupts.close();
    }
  }
}
