package org.ptstress.stress.interleaving;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.spec.Outcome;
import org.ptstress.model.spec.ScenarioPlan;
import org.ptstress.model.spec.ScenarioRun;

/**
 * What Lincheck runs: one operation an actor, and the audit as validation. Lincheck makes a new
 * instance for each interleaving through the constructor without parameters, so what to run is in
 * static fields, set before the search.
 */
public final class InterleavingSubject {
  private static volatile @Nullable Setting setting;

  /** Counts the instances: Lincheck tells no number of interleavings. */
  private static final AtomicLong INSTANCES = new AtomicLong();

  private final ScenarioRun run;
  private final Set<Claim> known;

  /** For Lincheck. */
  public InterleavingSubject() {
    INSTANCES.incrementAndGet();
    Setting current = Objects.requireNonNull(setting, "set() comes before the search");
    this.run = new ScenarioRun(current.plan(), current.design(), current.config());
    this.known = current.known();
  }

  static void set(Setting next) {
    setting = next;
    INSTANCES.set(0);
  }

  static long instances() {
    return INSTANCES.get();
  }

  /**
   * Runs the first actor.
   *
   * @return its results
   */
  @Operation
  public String actor0() {
    return run.act(0);
  }

  /**
   * Runs the second actor.
   *
   * @return its results
   */
  @Operation
  public String actor1() {
    return run.act(1);
  }

  /**
   * Runs the third actor.
   *
   * @return its results
   */
  @Operation
  public String actor2() {
    return run.act(2);
  }

  /**
   * Audits the table.
   *
   * @throws AssertionError if a claim broke that is not known to break yet; its message is the
   *     aftermath
   */
  @Validate
  public void audit() {
    String aftermath = run.aftermath();
    EnumSet<Claim> fresh = EnumSet.noneOf(Claim.class);
    fresh.addAll(Outcome.brokenClaims(run.outcome(aftermath)));
    fresh.removeAll(known);
    if (!fresh.isEmpty()) {
      throw new AssertionError(run.outcome(aftermath));
    }
  }

  /**
   * What to run.
   *
   * @param plan the scenario, prepared
   * @param design the design under test
   * @param config the dimensions of its table
   * @param known claims that are known to break, so that the search goes on to others
   */
  record Setting(ScenarioPlan plan, Design design, TableConfig config, Set<Claim> known) {}
}
