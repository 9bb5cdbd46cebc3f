package org.ptstress.stress.engine.explore;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ptstress.stress.engine.record.Names;

/** Formats a trace for a reader: a column for each actor, with the code on the line below. */
public final class TraceText {
  private static final int WIDTH = 44;

  private final List<String> actors;
  private final Names names;

  /**
   * Creates a formatter.
   *
   * @param actors the names of the actors
   * @param names names the locations
   */
  public TraceText(List<String> actors, Names names) {
    this.actors = List.copyOf(actors);
    this.names = names;
  }

  /**
   * The lines of a trace.
   *
   * @param trace the trace
   * @return the lines, the names of the actors first
   */
  public List<String> lines(Trace trace) {
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder();
    actors.forEach(actor -> head.append(padded(actor)));
    lines.add(head.toString().stripTrailing());
    for (Trace.Step step : trace.steps()) {
      lines.add(column(step.actor(), text(step)));
      Trace.Note note = step.note();
      if (note != null) {
        lines.add(
            column(
                step.actor(),
                "  %s: the newest is %s, by %s"
                    .formatted(note.what(), value(note.newest()), writer(note.writer()))));
      }
      if (!step.frames().isEmpty()) {
        lines.add(column(step.actor(), "  in " + String.join(" < ", step.frames())));
      }
    }
    return lines;
  }

  private String writer(int actor) {
    return actor == Store.NOBODY ? "nobody" : actors.get(actor);
  }

  private static String padded(String text) {
    return text.length() >= WIDTH ? text + "  " : text + " ".repeat(WIDTH - text.length());
  }

  private static String column(int actor, String text) {
    return " ".repeat(WIDTH * actor) + text;
  }

  private String text(Trace.Step step) {
    Object base = step.base();
    if (base == null) {
      return step.verb();
    }
    if (step.offset() == Trace.WHOLE) {
      return step.verb() + " " + names.ofObject(base);
    }
    String change =
        step.old() == null ? value(step.value()) : value(step.old()) + " -> " + value(step.value());
    return "%s %s: %s [%s]"
        .formatted(step.verb(), names.of(base, step.offset()), change, step.mode());
  }

  private String value(@Nullable Object value) {
    return value(value, names);
  }

  /**
   * A value as traces spell it.
   *
   * @param value the value
   * @param names the names of objects
   * @return a word
   */
  public static String value(@Nullable Object value, Names names) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Long number && (number > 1 << 20 || number < 0)) {
      return "0x" + Long.toHexString(number);
    }
    boolean isPlain =
        value instanceof Number
            || value instanceof Boolean
            || value instanceof Character
            || value instanceof Enum
            || value instanceof String;
    return isPlain ? value.toString() : names.ofObject(value);
  }
}
