package org.ptstress.model.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ptstress.model.spec.CallResult.ANOTHER;
import static org.ptstress.model.spec.CallResult.EINVAL;
import static org.ptstress.model.spec.CallResult.FOUND;
import static org.ptstress.model.spec.CallResult.OK;
import static org.ptstress.model.spec.SampleScenarios.P;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Claim;
import org.ptstress.model.spec.Call.Create;
import org.ptstress.model.spec.Call.Delete;
import org.ptstress.model.spec.Call.Gettime;

/** Which finds of timers with reused ids an order of all calls explains. */
class IdHistoryTest {
  /** The timer b gets the id of x, and is created after y was deleted. */
  private static final Scenario REUSED =
      SampleScenarios.scenario(
          List.of(Claim.NO_STALE_FIND),
          3,
          List.of(new Create(P, "x"), new Create(P, "y")),
          Actor.of(
              "churner",
              new Delete(P, "x"),
              new Delete(P, "y"),
              new Create(P, "b"),
              new Delete(P, "b"),
              new Create(P, "c")),
          Actor.of("finder", new Gettime(P, "x"), new Gettime(P, "y")));

  private static final Map<String, Integer> IDS = Map.of("x", 4, "y", 5, "b", 4, "c", 4);

  private static boolean finds(String first, String second) {
    return finds(REUSED, IDS, first, second);
  }

  /** What the finder gets; "" is nothing. */
  private static boolean finds(
      Scenario scenario, Map<String, Integer> ids, String first, String second) {
    ScenarioPlan plan = new ScenarioPlan(scenario);
    List<String> found = List.of(first, second);
    return IdHistory.exists(
        plan,
        new IdHistory.Results() {
          @Override
          public CallResult result(int actor, int call) {
            Call made = scenario.actors().get(actor).calls().get(call);
            if (!(made instanceof Gettime gettime)) {
              return OK;
            }
            String name = found.get(call);
            return name.isEmpty() ? EINVAL : name.equals(gettime.timer()) ? FOUND : ANOTHER;
          }

          @Override
          public int found(int actor, int call) {
            return plan.index(found.get(call));
          }

          @Override
          public int id(int timer) {
            return ids.entrySet().stream()
                .filter(each -> plan.index(each.getKey()) == timer)
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(ScenarioRun.NO_ID);
          }
        });
  }

  @Test
  void theTimerThatHasTheIdNowIsFound() {
    assertThat(finds("x", "y")).isTrue();
    assertThat(finds("b", "")).isTrue();
    assertThat(finds("c", "")).isTrue();
    assertThat(finds("", "y")).isTrue();
  }

  /** Each find alone is right; the second one shows that the first was, or itself is, stale. */
  @Test
  void twoFindsThatNoOrderExplainsAreNotRight() {
    assertThat(finds("b", "y")).isFalse();
    assertThat(finds("c", "y")).isFalse();
  }

  @Test
  void aTimerWhoseIdAnotherGotIsGone() {
    Scenario again =
        SampleScenarios.scenario(
            List.of(Claim.NO_STALE_FIND),
            3,
            List.of(new Create(P, "x"), new Delete(P, "x"), new Create(P, "t")),
            Actor.of("deleter", new Delete(P, "t")),
            Actor.of("creator", new Create(P, "u"), new Gettime(P, "x")));
    Map<String, Integer> ids = Map.of("x", 4, "t", 4, "u", 4);
    assertThat(finds(again, ids, "", "u")).isTrue();
    assertThat(finds(again, ids, "", "t")).isFalse();
    assertThat(finds(again, Map.of("x", 4, "t", 4, "u", 6), "", "t")).isTrue();
  }
}
