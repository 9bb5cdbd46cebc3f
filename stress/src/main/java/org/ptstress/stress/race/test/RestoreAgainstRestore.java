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

/** Races {@link Scenarios#RESTORE_AGAINST_RESTORE}. */
@JCStressTest
@State
@Outcome(id = "ok, EBUSY, sound", expect = ACCEPTABLE, desc = "restorer1 -> restorer2.")
@Outcome(id = "EBUSY, ok, sound", expect = ACCEPTABLE, desc = "restorer2 -> restorer1.")
public class RestoreAgainstRestore extends RaceState {
  private static final Race RACE = Race.of(Scenarios.RESTORE_AGAINST_RESTORE);

  public RestoreAgainstRestore() {
    super(RACE);
  }

  @Actor
  public void restorer1(LLL_Result r) {
    r.r1 = act(0);
  }

  @Actor
  public void restorer2(LLL_Result r) {
    r.r2 = act(1);
  }

  @Arbiter
  public void aftermath(LLL_Result r) {
    r.r3 = audit();
  }
}
