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

/** Races {@link Histories#RECYCLE_AGAINST_CREATE}. */
@JCStressTest
@State
@Outcome(
    id = "ok ok ok ok ok, ok ok ok, sound",
    expect = ACCEPTABLE,
    desc = "Each create got an id and memory of its own.")
public class RecycleAgainstCreate extends RaceState {
  private static final Race RACE = Race.of(Histories.RECYCLE_AGAINST_CREATE);

  public RecycleAgainstCreate() {
    super(RACE);
  }

  @Actor
  public void creator(LLL_Result r) {
    r.r1 = act(0);
  }

  @Actor
  public void recycler(LLL_Result r) {
    r.r2 = act(1);
  }

  @Arbiter
  public void aftermath(LLL_Result r) {
    r.r3 = audit();
  }
}
