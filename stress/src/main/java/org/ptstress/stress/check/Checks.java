package org.ptstress.stress.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.spec.Scenario;
import org.ptstress.run.process.OwnTime;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.RunStatus;
import org.ptstress.stress.scenario.Scenarios;

/**
 * All deterministic checks of a design, one after the other. Each runs in a thread of its own with
 * a time limit, so that a design that hangs or throws gets a result that says so.
 */
public final class Checks {
  /** By the time that this JVM gets: a busy machine makes no check hang. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private static final int LOOK_MILLIS = 20;

  /** A design that hangs keeps a CPU busy with each hang, and will hang in the others too. */
  private static final int MOST_HANGS = 2;

  private final Design design;
  private final Duration limit;
  private int hangs;

  private Checks(Design design, Duration limit) {
    this.design = design;
    this.limit = limit;
  }

  /**
   * Checks a design. The JVM should run in checked mode.
   *
   * @param design the design
   * @return a row for each check and claim
   */
  public static List<CheckResult> of(Design design) {
    List<CheckResult> rows = new ArrayList<>();
    run(design, (check, ended) -> rows.addAll(ended));
    return rows;
  }

  /**
   * The same, with news of each check.
   *
   * @param design the design
   * @param ended receives each check and its rows, in the order of {@link #planned}
   */
  static void run(Design design, BiConsumer<Check, List<CheckResult>> ended) {
    run(design, LIMIT, ended);
  }

  /** Checks a design, with a limit on the time of each check. */
  static void run(Design design, Duration limit, BiConsumer<Check, List<CheckResult>> ended) {
    Checks checks = new Checks(design, limit);
    planned(design).forEach(check -> ended.accept(check, checks.timed(check)));
  }

  /** The checks of a design in their order. */
  static List<Check> planned(Design design) {
    List<Check> checks = new ArrayList<>();
    // First, because it takes no time and the others may run out of it.
    // One for each claim, so that what hangs or throws in one says nothing about the others.
    for (Claim claim : Applicability.disputed(design)) {
      checks.add(
          new Check(
              Applicability.NAME, List.of(claim), d -> List.of(Applicability.check(d, claim))));
    }
    for (Scenario scenario : Scenarios.of(Scenario.Mode.SCRIPT)) {
      if (Scenarios.applies(scenario, design)) {
        checks.add(new Check(scenario.name(), scenario.claims(), d -> Script.run(d, scenario)));
      }
    }
    checks.add(new Check(AuditHooks.NAME, AuditHooks.CLAIMS, AuditHooks::check));
    checks.add(new Check(Remains.NAME, Remains.CLAIMS, Remains::check));
    checks.add(new Check(BucketSpread.NAME, List.of(Claim.EVEN_BUCKETS), BucketSpread::check));
    checks.add(new Check(Contention.NAME, Contention.CLAIMS, Contention::check));
    return checks;
  }

  /**
   * A check.
   *
   * @param name its name
   * @param claims what it decides
   * @param body runs it on a design
   */
  record Check(String name, List<Claim> claims, Function<Design, List<CheckResult>> body) {
    /**
     * Tells the check from all others of its design, also from one of its name on another claim.
     */
    String label() {
      return name + " of " + claims;
    }

    /** The rows of a check that did not come to its end. */
    List<CheckResult> notRun(Design design, String reason) {
      return claims.stream()
          .map(claim -> CheckResult.notRun(design.name(), name, claim, reason))
          .toList();
    }

    /** The rows of a check that was ended by a call which was not: what was seen of that. */
    List<CheckResult> broken(Design design, String seen) {
      List<CheckResult> rows = new ArrayList<>();
      notRun(design, "a call did not end: " + seen).stream()
          .filter(row -> row.claim() != Claim.CALLS_END)
          .forEach(rows::add);
      rows.add(
          new CheckResult(design.name(), name, Claim.CALLS_END, RunStatus.RUN, "", false, 1, seen));
      return rows;
    }
  }

  private List<CheckResult> timed(Check check) {
    long start = System.nanoTime();
    List<CheckResult> rows = limited(check);
    double seconds = (System.nanoTime() - start) / 1e9;
    return rows.stream().map(row -> row.taking(seconds)).toList();
  }

  private List<CheckResult> limited(Check check) {
    if (hangs == MOST_HANGS) {
      return check.notRun(design, "it was not tried: the design hung in two checks before");
    }
    Callable<List<CheckResult>> call = () -> check.body().apply(design);
    FutureTask<List<CheckResult>> task = new FutureTask<>(call);
    Thread thread = new Thread(task, "check " + check.name());
    // A daemon, because a spinning thread cannot be stopped; the process ends without it.
    thread.setDaemon(true);
    thread.start();
    OwnTime time = new OwnTime(ProcessHandle.current());
    try {
      while (!task.isDone() && time.getAsLong() < limit.toNanos()) {
        look(task);
      }
      if (task.isDone()) {
        return task.get();
      }
      hangs++;
      String deadlock = Deadlocks.text();
      if (!deadlock.isEmpty()) {
        return check.broken(design, "Calls wait for each other: " + deadlock + ".");
      }
      return check.notRun(
          design,
          "it did not end within "
              + limit.toSeconds()
              + " s, which is no proof that it never does");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CallThrew thrown) {
        return check.broken(design, "A call threw " + thrown.getMessage() + ".");
      }
      return check.notRun(design, "it threw " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return check.notRun(design, "it was interrupted");
    }
  }

  /** Waits for a moment, or for the end of a task. */
  private static void look(FutureTask<?> task) throws ExecutionException, InterruptedException {
    try {
      task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // It goes on.
    }
  }
}
