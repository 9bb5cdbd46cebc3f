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
import org.ptstress.stress.scenario.Scenarios;

/**
 * All deterministic checks of a design, one after the other. Each runs in a separate thread with a
 * timeout, so that a hang or an exception becomes a result.
 */
public final class Checks {
  /**
   * The timeout in the JVM's own time, so that no check times out because the machine is busy. That
   * is the time of its compiler and collector, too, so it exceeds what {@link Crowd} allows itself.
   */
  private static final Duration LIMIT = Crowd.LIMIT.multipliedBy(2);

  private static final int LOOK_MILLIS = 20;

  /** Each hang keeps a CPU busy, and a design that hangs twice will hang in other checks, too. */
  private static final int MOST_HANGS = 2;

  /** The checks that are no scripts, in their order. */
  private static final List<Check> OTHERS =
      List.of(
          new Check(AuditHooks.NAME, AuditHooks.CLAIMS, AuditHooks::check),
          new Check(Remains.NAME, Remains.CLAIMS, Remains::check),
          new Check(CloseProcesses.NAME, CloseProcesses.CLAIMS, CloseProcesses::check),
          new Check(Crowd.NAME, Crowd.CLAIMS, Crowd::check),
          new Check(BucketSpread.NAME, BucketSpread.CLAIMS, BucketSpread::check),
          new Check(Contention.NAME, Contention.CLAIMS, Contention::check));

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
   * Checks a design and reports each check.
   *
   * @param design the design
   * @param ended receives each check and its rows, in the order of {@link #planned}
   */
  static void run(Design design, BiConsumer<Check, List<CheckResult>> ended) {
    run(design, LIMIT, ended);
  }

  /** Checks a design with another timeout for each check. */
  static void run(Design design, Duration limit, BiConsumer<Check, List<CheckResult>> ended) {
    Checks checks = new Checks(design, limit);
    planned(design).forEach(check -> ended.accept(check, checks.timed(check)));
  }

  /**
   * The checks of a design in their order: those with a claim that it can be asked. Each that ends
   * has rows of all its claims.
   */
  static List<Check> planned(Design design) {
    List<Check> checks = new ArrayList<>();
    // First, because it is quick and others may time out. One for each claim, so that a hang or
    // exception in one does not affect the others.
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
    OTHERS.stream()
        .filter(
            check -> check.claims().stream().anyMatch(claim -> Scenarios.canBeAsked(design, claim)))
        .forEach(checks::add);
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
    /** A label unique within the design, even among checks of one name on different claims. */
    String label() {
      return name + " of " + claims;
    }

    /** The rows of a check that did not finish. */
    List<CheckResult> notRun(Design design, String reason) {
      return claims.stream()
          .map(claim -> CheckResult.notRun(design.name(), name, claim, reason))
          .toList();
    }

    /** The rows of a check cut off by a call that did not return: a witness against CALLS_END. */
    List<CheckResult> broken(Design design, String seen) {
      List<CheckResult> rows = new ArrayList<>();
      notRun(design, "a call did not end: " + seen).stream()
          .filter(row -> row.claim() != Claim.CALLS_END)
          .forEach(rows::add);
      rows.add(CheckResult.ran(design.name(), name, Claim.CALLS_END, false, 1, seen));
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
      return check.notRun(design, "it was not tried: the design already hung in two checks");
    }
    Callable<List<CheckResult>> call = () -> check.body().apply(design);
    FutureTask<List<CheckResult>> task = new FutureTask<>(call);
    Thread thread = new Thread(task, "check " + check.name());
    // A daemon, because a spinning thread cannot be stopped; the JVM exits regardless.
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
        return check.broken(design, "Deadlock: " + deadlock + ".");
      }
      return check.notRun(
          design,
          "it did not end within "
              + limit.toSeconds()
              + " s, which does not prove that it never ends");
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

  /** Waits for the end of a task, or a short time. */
  private static void look(FutureTask<?> task) throws ExecutionException, InterruptedException {
    try {
      task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // The task is still running.
    }
  }
}
