package org.ptstress.stress.reproduce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        // A value that nobody stored is the initial one.
        initial.putIfAbsent(step.location(), read);
      }
      if (!step.isRead()) {
        before.add(step.value());
      }
    }
    // Ints keep their value; other values get numbers that no int has.
    for (boolean isInt : List.of(true, false)) {
      for (WitnessStep step : steps) {
        if (step.isAccess()) {
          number(step.location(), step.old(), isInt);
          number(step.location(), step.value(), isInt);
        }
      }
    }
  }

  private void number(String location, String value, boolean isInt) {
    Map<String, Integer> known = numbers.computeIfAbsent(location, any -> new LinkedHashMap<>());
    Optional<Integer> own = asInt(value);
    if (value.isEmpty() || known.containsKey(value) || own.isPresent() != isInt) {
      return;
    }
    int number = own.orElse(1);
    while (own.isEmpty() && known.containsValue(number)) {
      number++;
    }
    known.put(value, number);
  }

  /** Parses an int, if the value is one. */
  private static Optional<Integer> asInt(String value) {
    if (value.matches("null|false")) {
      return Optional.of(0);
    }
    if (!value.matches("-?(\\d+|0x\\p{XDigit}+)")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Integer.decode(
              value.startsWith("0x") ? value : value.replaceFirst("^(-?)0+(?=\\d)", "$1")));
    } catch (NumberFormatException e) {
      return Optional.empty();
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

  /** The lines of initial values other than 0. */
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

  /** The legend of values that are not ints. */
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
