package org.ptstress.stress.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.spec.Scenario;
import org.ptstress.stress.result.CheckResult;
import org.ptstress.stress.result.RunStatus;
import org.ptstress.stress.scenario.Scenarios;

/**
 * All deterministic checks of a design. Each runs in a thread of its own with a time limit, so that
 * a design that hangs or throws gets a result that says so.
 */
public final class Checks {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private Checks() {}

  /**
   * Checks a design. The JVM should run in checked mode.
   *
   * @param design the design
   * @return a row for each check and claim
   */
  public static List<CheckResult> of(Design design) {
    return of(design, LIMIT);
  }

  /** Checks a design, with a limit on the time of each check. */
  static List<CheckResult> of(Design design, Duration limit) {
    List<CheckResult> results = new ArrayList<>();
    for (Scenario scenario : Scenarios.of(Scenario.Tool.SCRIPT)) {
      if (Scenarios.applies(scenario, design)) {
        results.addAll(
            limited(
                limit, design, scenario.name(), scenario.claims(), d -> Script.run(d, scenario)));
      }
    }
    results.addAll(
        limited(
            limit, design, BucketSpread.NAME, List.of(Claim.EVEN_BUCKETS), BucketSpread::check));
    results.addAll(limited(limit, design, Contention.NAME, Contention.CLAIMS, Contention::check));
    results.addAll(
        limited(
            limit,
            design,
            Applicability.NAME,
            Applicability.disputed(design),
            Applicability::check));
    return results;
  }

  private static List<CheckResult> limited(
      Duration limit,
      Design design,
      String check,
      List<Claim> claims,
      Function<Design, List<CheckResult>> body) {
    Callable<List<CheckResult>> call = () -> body.apply(design);
    FutureTask<List<CheckResult>> task = new FutureTask<>(call);
    Thread thread = new Thread(task, "check " + check);
    // A daemon, because a spinning thread cannot be stopped; the process ends without it.
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return notRun(design, check, claims, "it did not end within " + limit.toSeconds() + " s");
    } catch (ExecutionException e) {
      return notRun(design, check, claims, "the design threw " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return notRun(design, check, claims, "it was interrupted");
    }
  }

  private static List<CheckResult> notRun(
      Design design, String check, List<Claim> claims, String reason) {
    return claims.stream()
        .map(
            claim ->
                new CheckResult(
                    design.name(), check, claim, RunStatus.NOT_RUN, reason, false, 0, ""))
        .toList();
  }
}
