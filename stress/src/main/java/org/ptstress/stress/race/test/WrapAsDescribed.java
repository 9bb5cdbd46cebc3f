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

/** Races {@link Scenarios#WRAP_AS_DESCRIBED}. */
@JCStressTest
@State
@Outcome(
    id = "ok EAGAIN, ok, sound",
    expect = ACCEPTABLE,
    desc = "Creator1 got the largest id, then -EAGAIN; creator2 got 0.")
@Outcome(
    id = "ok ok, EAGAIN, sound",
    expect = ACCEPTABLE,
    desc = "Creator2 searched after the largest id and got -EAGAIN.")
@Outcome(
    id = "EAGAIN ok, ok, sound",
    expect = ACCEPTABLE,
    desc = "Creator2 got the largest id; creator1 got -EAGAIN, then 0.")
public class WrapAsDescribed extends RaceState {
  private static final Race RACE = Race.of(Scenarios.WRAP_AS_DESCRIBED);

  public WrapAsDescribed() {
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
