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
 * What the subject of a search runs. Lincheck gives its subject no parameters, so the current
 * setting is static. Lincheck is told to ignore this class: set-ups need no interleaving, and what
 * only they touch need not be watched.
 *
 * @param plan the scenario, prepared
 * @param design the design under test
 * @param config the dimensions of its table
 * @param known claims that are known to break, so that the search goes on to others
 */
record Setting(ScenarioPlan plan, Design design, TableConfig config, Set<Claim> known) {
  private static volatile @Nullable Setting current;

  /** Counts the runs: Lincheck tells no number of interleavings. */
  private static final AtomicLong RUNS = new AtomicLong();

  static void use(Setting setting) {
    current = setting;
    RUNS.set(0);
  }

  static Setting current() {
    return Objects.requireNonNull(current, "use() comes before the search");
  }

  static ScenarioRun newRun() {
    RUNS.incrementAndGet();
    Setting setting = current();
    return new ScenarioRun(setting.plan, setting.design, setting.config);
  }

  static long runs() {
    return RUNS.get();
  }

  /**
   * Audits a run; returns its outcome if that breaks a claim that is not known to break, or null.
   */
  static @Nullable String audit(ScenarioRun run) {
    String outcome = run.outcome(run.aftermath());
    return current().known.containsAll(org.ptstress.model.spec.Outcome.brokenClaims(outcome))
        ? null
        : outcome;
  }
}
