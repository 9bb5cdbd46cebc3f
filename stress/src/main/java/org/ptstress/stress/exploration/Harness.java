package org.ptstress.stress.exploration;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ptstress.model.spec.ScenarioRun;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.model.timer.TimerSlab;
import org.ptstress.stress.engine.explore.Treatment;

/**
 * Fields accessed outside the design: counters of the system calls, and what is written for an
 * audit only. Explored with the code's orders, they would add ordering that the design lacks.
 */
public final class Harness {
  private static final Map<Class<?>, List<String>> UNORDERED =
      Map.of(
          Process.class,
          List.of("inSyscall", "exiting", "signalsPending"),
          ScenarioRun.class,
          List.of("ids"));

  private static final Map<Class<?>, List<String>> UNSEEN =
      Map.of(
          KTimer.class,
          List.of("freed"),
          TimerSlab.class,
          List.of("firstCorruption", "usedFreed", "lost", "endless", "made"),
          ScenarioRun.class,
          List.of("results", "thrown"));

  private Harness() {}

  /**
   * How a field is explored.
   *
   * @param field any field
   * @return {@link Treatment#ORDINARY}, unless it is one of these
   */
  public static Treatment treatment(Field field) {
    if (isIn(UNORDERED, field)) {
      return Treatment.UNORDERED;
    }
    return isIn(UNSEEN, field) ? Treatment.UNSEEN : Treatment.ORDINARY;
  }

  private static boolean isIn(Map<Class<?>, List<String>> fields, Field field) {
    return fields.getOrDefault(field.getDeclaringClass(), List.of()).contains(field.getName());
  }

  /** All named fields by class. */
  static Map<Class<?>, List<String>> fields() {
    Map<Class<?>, List<String>> all = new HashMap<>(UNORDERED);
    UNSEEN.forEach(
        (type, names) ->
            all.merge(
                type, names, (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
    return all;
  }
}
