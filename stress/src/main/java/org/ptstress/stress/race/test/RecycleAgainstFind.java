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

/** Races {@link Histories#RECYCLE_AGAINST_FIND}. */
@JCStressTest
@State
@Outcome(
    id = "ok ok ok ok ok, found found found, sound",
    expect = ACCEPTABLE,
    desc = "finder -> churner: all three timers were found.")
@Outcome(
    id = "ok ok ok ok ok, found EINVAL found, sound",
    expect = ACCEPTABLE,
    desc = "The second timer was deleted after the first one was found.")
@Outcome(
    id = "ok ok ok ok ok, EINVAL found found, sound",
    expect = ACCEPTABLE,
    desc = "Only the first timer was deleted before its lookup.")
@Outcome(
    id = "ok ok ok ok ok, EINVAL EINVAL found, sound",
    expect = ACCEPTABLE,
    desc = "Both deletes -> finder: the timer that stays is found.")
public class RecycleAgainstFind extends RaceState {
  private static final Race RACE = Race.of(Histories.RECYCLE_AGAINST_FIND);

  public RecycleAgainstFind() {
    super(RACE);
  }

  @Actor
  public void churner(LLL_Result r) {
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
