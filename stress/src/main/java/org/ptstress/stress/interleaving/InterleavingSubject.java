package org.ptstress.stress.interleaving;

import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.ptstress.model.spec.ScenarioRun;

/**
 * The subject of Lincheck: an operation for each actor, and the audit as validation. Lincheck
 * creates an instance for each interleaving by the no-argument constructor, so the setting is in
 * static fields, set before the search.
 */
public final class InterleavingSubject {
  private final ScenarioRun run = Setting.newRun();

  /** Creates an instance; called by Lincheck. */
  public InterleavingSubject() {}

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
    String broken = Setting.audit(run);
    if (broken != null) {
      throw new AssertionError(broken);
    }
  }
}
