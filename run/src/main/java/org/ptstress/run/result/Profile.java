package org.ptstress.run.result;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The extent of a run. Each module that does something has its own budget for each profile. */
public enum Profile {
  /**
   * Half a minute: one design whose promises nobody knows, so that all searches get the same. Short
   * of patience, because such a design may hang.
   */
  JUDGE,
  /** A few seconds for each seeded fault, and for each tool that can see it. */
  FAULTS,
  /** No search of what designs keep: what breaks when an order of theirs is weaker. */
  ORDERS,
  /** No search: the models beside a kernel. */
  KERNEL,
  /** A minute or two of races and searches: what every build runs. */
  QUICK,
  /** Ten minutes of races and searches. */
  STANDARD,
  /** Hours: for nights. */
  TOUGH;

  /**
   * A profile of a full run by its name.
   *
   * @param name the name, in any case
   * @return the profile, never that of another command
   * @throws IllegalArgumentException if there is none; the message lists the known ones
   */
  public static Profile named(String name) {
    return ofRuns()
        .filter(profile -> profile.label().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Unknown profile \"" + name + "\". Known profiles: " + labels() + "."));
  }

  private static Stream<Profile> ofRuns() {
    return Stream.of(QUICK, STANDARD, TOUGH);
  }

  private static String labels() {
    return ofRuns().map(Profile::label).collect(Collectors.joining(", "));
  }

  /**
   * The name that commands use, and {@code run.json}.
   *
   * @return lower case
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
