package org.ptstress.reports.phase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Design;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.result.Profile;
import org.ptstress.run.result.RunFile;

/**
 * Keeps {@code run.json}: incomplete from the first moment, with every phase as it ends, complete
 * only at the very end. A run that is killed anywhere leaves a folder that says so.
 */
public final class RunRecorder {
  private final Path folder;
  private final Profile profile;
  private List<Design> designs;
  private final List<String> commandLine;
  private final String version;
  private final PhaseDisplay display;
  private final Instant start = Instant.now();
  private final List<RunFile.Phase> phases = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  public RunRecorder(
      Path folder,
      Profile profile,
      List<Design> designs,
      List<String> commandLine,
      String version,
      PhaseDisplay display)
      throws IOException {
    this.folder = folder;
    this.profile = profile;
    this.designs = designs;
    this.commandLine = commandLine;
    this.version = version;
    this.display = display;
    write();
  }

  /** The work of a phase. */
  @FunctionalInterface
  public interface Work {
    void run(PhaseDisplay.Bar bar) throws IOException, InterruptedException;
  }

  /** Runs a phase to its end and records how it ended. Only an interrupt ends the run. */
  public void phase(String name, Work work) throws IOException, InterruptedException {
    phase(name, Deadline.none(), work);
  }

  /**
   * Runs a phase with a deadline, for work that has none of its own. Running out of time is no
   * failure.
   *
   * @return why the phase has no result, or ""
   */
  public String phase(String name, Deadline deadline, Work work)
      throws IOException, InterruptedException {
    return phase(name, display.start(name), deadline, work);
  }

  /** Runs a phase beside another one, in a thread of its own. */
  public void phaseBeside(String name, Work work) throws IOException, InterruptedException {
    phase(name, display.startBeside(name), Deadline.none(), work);
  }

  private String phase(String name, PhaseDisplay.Bar shown, Deadline deadline, Work work)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    String failure = "";
    String sentence = "";
    try (PhaseDisplay.Bar bar = shown) {
      Optional<String> done =
          deadline.call(
              () -> {
                work.run(bar);
                bar.complete();
                return "";
              });
      failure = done.orElse(Deadline.OUT_OF_TIME);
    } catch (IOException | RuntimeException e) {
      failure = String.valueOf(e.getMessage());
      sentence = "The phase " + name + " failed: " + failure;
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    RunFile.PhaseStatus status =
        failure.isEmpty() ? RunFile.PhaseStatus.DONE : RunFile.PhaseStatus.FAILED;
    ended(new RunFile.Phase(name, status, seconds, failure), sentence);
    return failure;
  }

  private synchronized void ended(RunFile.Phase phase, String failed) throws IOException {
    phases.add(phase);
    if (!failed.isEmpty()) {
      failures.add(failed);
    }
    write();
  }

  /** Names the designs under test, where only a phase finds out which ones they are. */
  public synchronized void underTest(List<Design> found) {
    designs = List.copyOf(found);
  }

  /** Records that a phase is no part of the run. */
  synchronized void leaveOut(String name, String why) {
    phases.add(new RunFile.Phase(name, RunFile.PhaseStatus.NOT_RUN, 0, why));
  }

  /** Records that no phase of {@code run} is done but those that are recorded. */
  public void leaveOutTheRest(String why) {
    List<String> recorded = phases.stream().map(RunFile.Phase::name).toList();
    Phases.ALL.stream()
        .filter(name -> !recorded.contains(name))
        .forEach(name -> leaveOut(name, why));
  }

  /**
   * Removes what the tools have worked with, writes the report, and marks the run complete last.
   *
   * @return the folder as the report read it
   * @throws IOException if a file cannot be written; the run is incomplete then
   */
  public RunFolder complete() throws IOException {
    Path work = folder.resolve("work");
    try {
      if (Files.exists(work)) {
        OutputFolder.delete(work);
      }
    } catch (IOException | UncheckedIOException e) {
      // On a network a file may outlive who has it open. The results must not be lost for it.
      display.say("The folder " + work + " could not be removed: " + e.getMessage() + ".");
    }
    return ReportFiles.finish(folder, file(RunFile.Completion.COMPLETE, Instant.now()));
  }

  /** A sentence for each phase that failed. */
  public List<String> failures() {
    return List.copyOf(failures);
  }

  private void write() throws IOException {
    ResultFiles.write(folder, file(RunFile.Completion.INCOMPLETE, null));
  }

  private RunFile file(RunFile.Completion status, @Nullable Instant end) {
    return new RunFile(
        status,
        profile.label(),
        designs.stream().map(Design::name).toList(),
        start,
        end,
        version,
        commandLine,
        phases);
  }
}
