package org.ptstress.model.spec;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.ptstress.model.Claim;
import org.ptstress.model.IdPolicy;

/**
 * Which ids some timers must have got; those of them whose create failed have none.
 *
 * @param claim what is broken otherwise
 * @param timers the names
 * @param ids the ids of these timers together, in any order
 * @param policies the policies that the rule binds; to others it says nothing
 * @param given the ids that other timers must have got for the rule to say anything
 */
public record IdRule(
    Claim claim,
    Set<String> timers,
    Set<Integer> ids,
    Set<IdPolicy> policies,
    Map<String, Integer> given) {
  /**
   * A rule that binds every design.
   *
   * @param claim what is broken otherwise
   * @param timers the names
   * @param ids the ids of these timers together, in any order
   */
  public IdRule(Claim claim, Set<String> timers, Set<Integer> ids) {
    this(claim, timers, ids, EnumSet.allOf(IdPolicy.class), Map.of());
  }

  /**
   * A rule that binds the designs of some policies.
   *
   * @param claim what is broken otherwise
   * @param timers the names
   * @param ids the ids of these timers together, in any order
   * @param policies the policies
   */
  public IdRule(Claim claim, Set<String> timers, Set<Integer> ids, Set<IdPolicy> policies) {
    this(claim, timers, ids, policies, Map.of());
  }

  /** Copies the collections. */
  public IdRule {
    timers = Set.copyOf(timers);
    ids = Set.copyOf(ids);
    policies = Set.copyOf(policies);
    given = Map.copyOf(given);
  }

  /**
   * A rule about the timer that comes behind another one.
   *
   * @param claim what is broken otherwise
   * @param timer the timer created before
   * @param id its id, without which the rule says nothing
   * @param next the timer that must have got the next id
   * @param nextId that id
   * @return the rule; it binds the designs that go on from the last id
   */
  public static IdRule follows(Claim claim, String timer, int id, String next, int nextId) {
    return new IdRule(
        claim,
        Set.of(next),
        Set.of(nextId),
        EnumSet.of(IdPolicy.NEXT, IdPolicy.CYCLIC),
        Map.of(timer, id));
  }
}
