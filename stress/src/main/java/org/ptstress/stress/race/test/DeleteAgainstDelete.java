package org.ptstress.stress.race.test;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;
import org.ptstress.stress.race.Race;
import org.ptstress.stress.race.RaceState;
import org.ptstress.stress.scenario.Scenarios;

/** Races {@link Scenarios#DELETE_AGAINST_DELETE}. */
@JCStressTest
@State
@Outcome(id = "ok, EINVAL, sound", expect = ACCEPTABLE, desc = "deleter1 -> deleter2.")
@Outcome(id = "EINVAL, ok, sound", expect = ACCEPTABLE, desc = "deleter2 -> deleter1.")
public class DeleteAgainstDelete extends RaceState {
  private static final Race RACE = Race.of(Scenarios.DELETE_AGAINST_DELETE);

  public DeleteAgainstDelete() {
    super(RACE);
  }

  @Actor
  public void deleter1(LLL_Result r) {
    r.r1 = act(0);
  }

  @Actor
  public void deleter2(LLL_Result r) {
    r.r2 = act(1);
  }

  @Arbiter
  public void aftermath(LLL_Result r) {
    r.r3 = audit();
  }
}
