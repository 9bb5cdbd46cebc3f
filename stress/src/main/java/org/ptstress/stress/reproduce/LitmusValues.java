package org.ptstress.stress.reproduce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The locations of a litmus test, whose values are ints. */
final class LitmusValues {
  private final Map<String, Map<String, Integer>> numbers = new LinkedHashMap<>();
  private final Map<String, String> initial = new LinkedHashMap<>();

  LitmusValues(List<WitnessStep> steps) {
    Map<String, Set<String>> stored = new HashMap<>();
    for (WitnessStep step : steps) {
      if (!step.isAccess()) {
        continue;
      }
      Set<String> before = stored.computeIfAbsent(step.location(), any -> new LinkedHashSet<>());
      String read = step.isRead() ? step.value() : step.isUpdate() ? step.old() : "";
      if (!read.isEmpty() && !before.contains(read)) {
        // What nobody has stored was there before.
        initial.putIfAbsent(step.location(), read);
      }
      if (!step.isRead()) {
        before.add(step.value());
      }
      number(step.location(), step.old());
      number(step.location(), step.value());
    }
  }

  private void number(String location, String value) {
    Map<String, Integer> known = numbers.computeIfAbsent(location, any -> new LinkedHashMap<>());
    if (value.isEmpty() || known.containsKey(value)) {
      return;
    }
    if (value.matches("-?\\d{1,9}")) {
      known.put(value, Integer.valueOf(value));
    } else if (value.matches("null|false")) {
      known.put(value, 0);
    } else {
      int number = 1;
      while (known.containsValue(number)) {
        number++;
      }
      known.put(value, number);
    }
  }

  /** The int that stands for a value of a location. */
  int of(String location, String value) {
    Integer number = numbers.getOrDefault(location, Map.of()).get(value);
    if (number == null) {
      throw new IllegalArgumentException("No step has the value " + value + " of " + location);
    }
    return number;
  }

  /** The lines of what is not 0 at first. */
  String initial() {
    StringBuilder lines = new StringBuilder();
    initial.forEach(
        (location, value) -> {
          int number = of(location, value);
          if (number != 0) {
            lines.append("\t").append(name(location)).append(" = ").append(number).append(";\n");
          }
        });
    return lines.toString();
  }

  /** Which values are no ints, and what stands for them. */
  String legend() {
    List<String> entries = new ArrayList<>();
    numbers.forEach(
        (location, known) ->
            known.forEach(
                (value, number) -> {
                  if (!value.equals(number.toString()) && number != 0) {
                    entries.add(name(location) + " " + number + " is " + value);
                  }
                }));
    return String.join(", ", entries);
  }

  /** A location as an identifier of C. */
  static String name(String location) {
    String name = location.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_+|_+$", "");
    return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "x" + name : name;
  }
}
