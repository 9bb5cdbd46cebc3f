package org.ptstress.stress.reproduce;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.spec.Actor;
import org.ptstress.model.spec.Call;
import org.ptstress.model.spec.Scenario;

/** Writes a counterexample for a reader: the calls of each actor, and what they returned. */
final class ScriptForm {
  private static final String SEPARATOR = ", ";

  private ScriptForm() {}

  /**
   * The calls of a scenario.
   *
   * @param found what it breaks
   * @param scenario the scenario
   * @param outcome what the calls returned, and what came of it
   * @param trace the steps of an execution, or null if there is one actor
   */
  static String of(
      Counterexample found, Scenario scenario, String outcome, @Nullable String trace) {
    StringBuilder text = new StringBuilder();
    line(text, found.headline());
    line(text, scenario.name() + ": " + scenario.description());
    line(
        text,
        String.format(
            Locale.ROOT,
            "Ids have %d bit%s: the largest is %d.",
            scenario.idBits(),
            scenario.idBits() == 1 ? "" : "s",
            (1L << scenario.idBits()) - 1));
    line(text, "");
    if (!scenario.setup().isEmpty() || scenario.advances() > 0) {
      line(text, "set-up");
      scenario.setup().forEach(call -> line(text, "  " + words(call)));
      if (scenario.advances() > 0) {
        line(text, "  process 0: timer_create and timer_delete, " + scenario.advances() + " times");
      }
    }
    List<String> results = List.of(outcome.split(SEPARATOR, -1));
    for (int i = 0; i < scenario.actors().size(); i++) {
      actor(text, scenario.actors().get(i), i < results.size() ? results.get(i) : "");
    }
    line(text, "");
    line(text, "Outcome: " + outcome);
    line(text, "Consequence: " + found.claim().consequence());
    if (trace != null) {
      line(text, "");
      trace.lines().forEach(step -> line(text, step));
    }
    return text.toString();
  }

  private static void actor(StringBuilder text, Actor actor, String results) {
    List<String> words = List.of(results.split(" ", -1));
    boolean isKnown = words.size() == actor.calls().size();
    line(text, actor.role());
    for (int i = 0; i < actor.calls().size(); i++) {
      line(text, "  " + words(actor.calls().get(i)) + (isKnown ? " -> " + words.get(i) : ""));
    }
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }

  private static String words(Call call) {
    String what;
    if (call instanceof Call.Create create) {
      what = "timer_create of " + create.timer();
    } else if (call instanceof Call.FailingCreate) {
      what = "timer_create with a bad event";
    } else if (call instanceof Call.RestoreMode mode) {
      what = "prctl, restore mode " + (mode.on() ? "on" : "off");
    } else if (call instanceof Call.CreateAt at) {
      what = "timer_create of " + at.timer() + " at id " + at.id();
    } else if (call instanceof Call.Restore restore) {
      what = "restore of " + restore.timer() + " at id " + restore.id();
    } else if (call instanceof Call.MoveCounter move) {
      what = "creates and deletes until the next id is " + move.id();
    } else if (call instanceof Call.Gettime gettime) {
      what = "timer_gettime of " + gettime.timer();
    } else if (call instanceof Call.GettimeId id) {
      what = "timer_gettime of id " + id.id();
    } else if (call instanceof Call.Delete delete) {
      what = "timer_delete of " + delete.timer();
    } else if (call instanceof Call.Lookup lookup) {
      what = "lookup of id " + lookup.id();
    } else if (call instanceof Call.Fork) {
      what = "fork; the child gets the address of the process that has ended";
    } else {
      what = call instanceof Call.Exec ? "exec" : "exit";
    }
    return "process " + call.process() + ": " + what;
  }
}
