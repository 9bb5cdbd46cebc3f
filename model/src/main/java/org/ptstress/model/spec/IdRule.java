package org.ptstress.model.spec;

import java.util.EnumSet;
import java.util.Set;
import org.ptstress.model.Claim;
import org.ptstress.model.IdPolicy;

/**
 * Which ids some timers must have got.
 *
 * @param claim what is broken otherwise
 * @param timers the names
 * @param ids the ids of these timers together, in any order
 * @param policies the policies that the rule binds; to others it says nothing
 */
public record IdRule(Claim claim, Set<String> timers, Set<Integer> ids, Set<IdPolicy> policies) {
  /**
   * A rule that binds every design.
   *
   * @param claim what is broken otherwise
   * @param timers the names
   * @param ids the ids of these timers together, in any order
   */
  public IdRule(Claim claim, Set<String> timers, Set<Integer> ids) {
    this(claim, timers, ids, EnumSet.allOf(IdPolicy.class));
  }

  /** Copies the policies. */
  public IdRule {
    policies = Set.copyOf(policies);
  }
}
