package org.ptstress.stress.race.test;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;
import org.ptstress.stress.race.Race;
import org.ptstress.stress.race.RaceState;
import org.ptstress.stress.scenario.Scenarios;

/** Races {@link Scenarios#CREATE_DELETE_FIND}. */
@JCStressTest
@State
@Outcome(
    id = "ok, ok, found found, sound",
    expect = ACCEPTABLE,
    desc = "finder -> deleter: both timers were there.")
@Outcome(
    id = "ok, ok, EINVAL found, sound",
    expect = ACCEPTABLE,
    desc = "deleter -> finder: the other timer is still found.")
public class CreateDeleteFind extends RaceState {
  private static final Race RACE = Race.of(Scenarios.CREATE_DELETE_FIND);

  public CreateDeleteFind() {
    super(RACE);
  }

  @Actor
  public void creator(LLLL_Result r) {
    r.r1 = act(0);
  }

  @Actor
  public void deleter(LLLL_Result r) {
    r.r2 = act(1);
  }

  @Actor
  public void finder(LLLL_Result r) {
    r.r3 = act(2);
  }

  @Arbiter
  public void aftermath(LLLL_Result r) {
    r.r4 = audit();
  }
}
