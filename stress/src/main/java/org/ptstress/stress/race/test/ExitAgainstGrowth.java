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
import org.ptstress.stress.scenario.Histories;

/** Races {@link Histories#EXIT_AGAINST_GROWTH}. */
@JCStressTest
@State
@Outcome(
    id = "ok, ok ok found, sound",
    expect = ACCEPTABLE,
    desc = "The exit of one process left none of its timers, and removed none of the other's.")
public class ExitAgainstGrowth extends RaceState {
  private static final Race RACE = Race.of(Histories.EXIT_AGAINST_GROWTH);

  public ExitAgainstGrowth() {
    super(RACE);
  }

  @Actor
  public void exiter(LLL_Result r) {
    r.r1 = act(0);
  }

  @Actor
  public void creator(LLL_Result r) {
    r.r2 = act(1);
  }

  @Arbiter
  public void aftermath(LLL_Result r) {
    r.r3 = audit();
  }
}
