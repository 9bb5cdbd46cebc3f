package org.ptstress.stress.interleaving;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.spec.ScenarioPlan;
import org.ptstress.model.spec.ScenarioRun;

/**
 * The setting of a search. Lincheck passes no parameters to its subject, so the current setting is
 * static. Lincheck ignores this class, because set-ups need no interleaving.
 *
 * @param plan the scenario, prepared
 * @param design the design under test
 * @param config the dimensions of its table
 * @param known claims known to break, which do not stop the search
 */
record Setting(ScenarioPlan plan, Design design, TableConfig config, Set<Claim> known) {
  private static volatile @Nullable Setting current;

  /** Counts the runs: Lincheck tells no number of interleavings. */
  private static final AtomicLong RUNS = new AtomicLong();

  /** Counts the runs with a call that did not return, which show nothing else. */
  private static final AtomicLong CUT = new AtomicLong();

  /** The exception of a call in the last run that had one. */
  private static volatile String thrown = "";

  static void use(Setting setting) {
    current = setting;
    RUNS.set(0);
    CUT.set(0);
    thrown = "";
  }

  static Setting current() {
    return Objects.requireNonNull(current, "use() comes before the search");
  }

  static ScenarioRun newRun() {
    RUNS.incrementAndGet();
    Setting setting = current();
    return new ScenarioRun(setting.plan, setting.design, setting.config);
  }

  /** The number of runs in which every call ended. */
  static long runs() {
    return RUNS.get() - CUT.get();
  }

  /** The exception of a call and its place, or "". */
  static String thrown() {
    return thrown;
  }

  /**
   * Audits a run; returns its outcome if that breaks a claim that is not known to break, or null.
   */
  static @Nullable String audit(ScenarioRun run) {
    String outcome = run.outcome(run.aftermath());
    Set<Claim> broken = org.ptstress.model.spec.Outcome.brokenClaims(outcome);
    if (org.ptstress.model.spec.Outcome.isCut(broken)) {
      CUT.incrementAndGet();
    }
    if (!run.thrown().isEmpty()) {
      thrown = run.thrown();
    }
    return current().known.containsAll(broken) ? null : outcome;
  }
}
