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

/** Races {@link Scenarios#ONE_ID_TAKEN_BY_ANOTHER}. */
@JCStressTest
@State
@Outcome(
    id = "ok, ok, sound",
    expect = ACCEPTABLE,
    desc = "Each process has an id space of two ids, and had a free id in it.")
public class OneIdTakenByAnother extends RaceState {
  private static final Race RACE = Race.of(Scenarios.ONE_ID_TAKEN_BY_ANOTHER);

  public OneIdTakenByAnother() {
    super(RACE);
  }

  @Actor
  public void creator1(LLL_Result r) {
    r.r1 = act(0);
  }

  @Actor
  public void creator2(LLL_Result r) {
    r.r2 = act(1);
  }

  @Arbiter
  public void aftermath(LLL_Result r) {
    r.r3 = audit();
  }
}
