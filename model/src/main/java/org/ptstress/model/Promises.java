package org.ptstress.model;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a design promises of every claim: it holds all that it does not take back. Immutable; each
 * method gives a changed copy.
 */
public final class Promises {
  private final Map<Claim, Promise> byClaim;

  private Promises(Map<Claim, Promise> byClaim) {
    this.byClaim = byClaim;
  }

  /**
   * The promise to hold every claim that a design can be expected to hold, including those that are
   * added to the catalogue later. {@link Claim#WRAP_AS_DESCRIBED} does not apply: it excludes
   * {@link Claim#WRAPS_TO_ZERO}.
   *
   * @return promises to take back from
   */
  public static Promises allHold() {
    Map<Claim, Promise> byClaim = new EnumMap<>(Claim.class);
    for (Claim claim : Claim.values()) {
      byClaim.put(claim, new Promise(claim, Expectation.HOLDS, ""));
    }
    return new Promises(byClaim)
        .doesNotApply(
            Claim.WRAP_AS_DESCRIBED, "Only the changelog of the RFC describes this -EAGAIN.");
  }

  /**
   * Declares that a claim holds which {@link #allHold} leaves out.
   *
   * @param claim the claim
   * @return the changed copy
   */
  public Promises holds(Claim claim) {
    return holds(claim, "");
  }

  /**
   * Declares that a claim holds in a sense that wants saying.
   *
   * @param claim the claim
   * @param reason what is held, in a sentence
   * @return the changed copy
   */
  public Promises holds(Claim claim, String reason) {
    return with(new Promise(claim, Expectation.HOLDS, reason));
  }

  /**
   * Declares a claim broken.
   *
   * @param claim the claim
   * @param reason how it breaks, in a sentence
   * @return the changed copy
   */
  public Promises broken(Claim claim, String reason) {
    return with(new Promise(claim, Expectation.BROKEN, reason));
  }

  /**
   * Declares a claim broken on weak memory only.
   *
   * @param claim the claim
   * @param reason how it breaks, in a sentence
   * @return the changed copy
   */
  public Promises brokenOnWeakMemory(Claim claim, String reason) {
    return with(new Promise(claim, Expectation.BROKEN_ON_WEAK_MEMORY, reason));
  }

  /**
   * Declares that a claim says nothing about the design.
   *
   * @param claim the claim
   * @param reason why, in a sentence
   * @return the changed copy
   */
  public Promises doesNotApply(Claim claim, String reason) {
    return with(new Promise(claim, Expectation.DOES_NOT_APPLY, reason));
  }

  private Promises with(Promise promise) {
    Map<Claim, Promise> changed = new EnumMap<>(byClaim);
    changed.put(promise.claim(), promise);
    return new Promises(changed);
  }

  /**
   * The promise on one claim.
   *
   * @param claim the claim
   * @return the promise
   */
  public Promise on(Claim claim) {
    return requireNonNull(byClaim.get(claim));
  }

  /**
   * All promises in the order of the claims.
   *
   * @return one promise a claim
   */
  public Collection<Promise> all() {
    return Collections.unmodifiableCollection(byClaim.values());
  }
}
