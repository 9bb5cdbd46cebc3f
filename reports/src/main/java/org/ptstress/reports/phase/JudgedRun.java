package org.ptstress.reports.phase;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Promise;
import org.ptstress.reports.measured.StoredYardstick;
import org.ptstress.run.cost.CountedClaims;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.process.Workers;
import org.ptstress.run.result.Profile;
import org.ptstress.run.unit.UnitSelection;

/**
 * Designs judged within a limit, without measurements.
 *
 * @param profile the profile of the run
 * @param claim the claim that is judged, until there is a counterexample; null for all
 * @param judgedAs from what a design promises of a claim to what it is judged by
 * @param limit the time for each design; what has not run by then is not judged
 * @param begin when the time begins, by the clock
 * @param clock tells the time as {@link System#nanoTime} does
 */
public record JudgedRun(
    Profile profile,
    @Nullable Claim claim,
    UnaryOperator<Promise> judgedAs,
    Duration limit,
    long begin,
    LongSupplier clock) {
  /**
   * The time of verdicts and report, after the last phase, on a machine at rest. On a busy one they
   * take longer, as the start of the JVM did.
   */
  private static final Duration CLOSING = Duration.ofSeconds(2);

  /** Verdicts and report may take this part of the limit on any machine. */
  private static final int PARTS = 4;

  /**
   * Checks the limit.
   *
   * @throws UserException if it is too short
   */
  public JudgedRun {
    if (limit.compareTo(CLOSING) <= 0) {
      throw new UserException(
          "The limit of "
              + limit.toSeconds()
              + " s is too short to judge anything; give more than "
              + CLOSING.toSeconds()
              + " s with --limit or the property ptstress.limit.");
    }
  }

  /** A run whose time begins now. */
  public JudgedRun(
      Profile profile, @Nullable Claim claim, UnaryOperator<Promise> judgedAs, Duration limit) {
    this(profile, claim, judgedAs, limit, System.nanoTime(), System::nanoTime);
  }

  /**
   * When the JVM must have been tried, and the first phase begun.
   *
   * @return the limit of one design
   */
  public Deadline start() {
    return Deadline.since(begin, limit, clock);
  }

  /**
   * When the last phase must have stopped, so that verdicts and report are there within the limit.
   *
   * @param designs how many designs are judged
   */
  Deadline ofPhases(int designs) {
    return Deadline.since(begin, limit.multipliedBy(designs).minus(closing()), clock);
  }

  private Duration closing() {
    Duration begun = Duration.ofNanos(clock.getAsLong() - begin);
    Duration needed = CLOSING.plus(begun);
    Duration part = limit.dividedBy(PARTS);
    Duration most = part.compareTo(CLOSING) < 0 ? CLOSING : part;
    return needed.compareTo(most) < 0 ? needed : most;
  }

  /**
   * Runs the cheap and exact tools first, so that every claim has evidence early; of one claim,
   * whatever shows the steps of a counterexample.
   *
   * @param folder the run folder
   * @param designs the designs
   * @param recorder keeps {@code run.json}
   * @return the folder as the report read it
   */
  public RunFolder execute(Path folder, List<Design> designs, RunRecorder recorder)
      throws IOException, InterruptedException {
    RunPhases run =
        new RunPhases(
            folder,
            profile,
            designs,
            claim,
            judgedAs,
            UnitSelection.ALL,
            recorder,
            ofPhases(designs.size()));
    run.describeHost();
    if (claim == null) {
      lookAtEverything(run);
    } else {
      lookAt(claim, run);
    }
    unlessBroken("interleavings", run, run::search);
    unlessBroken("races", run, run::race);
    run.leaveOutMeasurements();
    return run.finish();
  }

  /**
   * The exact tools, side by side: a count takes one CPU, and beside other programs the machine
   * gives more to more processes. Nothing in them is timed.
   */
  private void lookAtEverything(RunPhases run) throws IOException, InterruptedException {
    List<Part> parts =
        List.of(
            () -> run.recordBeside(known()),
            () -> {
              run.check();
              run.explore();
            });
    Workers.map(
        parts,
        parts.size(),
        part -> {
          part.run();
          return part;
        });
  }

  /** Costs that need not be counted again; the other profiles count in tables that these lack. */
  private List<DesignCosts> known() throws IOException {
    return profile == Profile.JUDGE ? List.of(StoredYardstick.costs()) : List.of();
  }

  private void lookAt(Claim claim, RunPhases run) throws IOException, InterruptedException {
    if (CountedClaims.decides(claim)) {
      run.recordBeside(known());
    } else {
      run.leaveOut("accesses", "No count decides " + claim + ".");
    }
    unlessBroken("explorations", run, run::explore);
    unlessBroken("checks", run, run::check);
  }

  /** A phase of a run. */
  @FunctionalInterface
  private interface Part {
    void run() throws IOException, InterruptedException;
  }

  private static void unlessBroken(String phase, RunPhases run, Part part)
      throws IOException, InterruptedException {
    if (run.isBroken()) {
      run.leaveOut(phase, "The claim is broken already.");
    } else {
      part.run();
    }
  }
}
