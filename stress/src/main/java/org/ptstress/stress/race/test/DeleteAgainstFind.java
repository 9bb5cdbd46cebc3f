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

/** Races {@link Scenarios#DELETE_AGAINST_FIND}. */
@JCStressTest
@State
@Outcome(id = "ok ok, found, sound", expect = ACCEPTABLE, desc = "finder -> deleter.")
@Outcome(id = "ok ok, EINVAL, sound", expect = ACCEPTABLE, desc = "deleter -> finder.")
public class DeleteAgainstFind extends RaceState {
  private static final Race RACE = Race.of(Scenarios.DELETE_AGAINST_FIND);

  public DeleteAgainstFind() {
    super(RACE);
  }

  @Actor
  public void deleter(LLL_Result r) {
    r.r1 = act(0);
  }

  @Actor
  public void finder(LLL_Result r) {
    r.r2 = act(1);
  }

  @Arbiter
  public void aftermath(LLL_Result r) {
    r.r3 = audit();
  }
}
