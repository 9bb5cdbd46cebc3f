package org.ptstress.run.result;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The extent of a run. Each module that does something has its own budget for each profile. */
public enum Profile {
  /**
   * A minute, for a design with unknown promises, so all searches get the same budget. Timeouts are
   * short, because such a design may hang.
   */
  JUDGE,
  /** A few seconds for each seeded fault and each tool that can detect it. */
  FAULTS,
  /** The orders of accesses of a design, each weakened in turn. */
  ORDERS,
  /** The models against a kernel. */
  KERNEL,
  /** A few minutes: every build runs it. */
  QUICK,
  /** An hour. Explorations exhaust their bound. */
  STANDARD,
  /** A night, on several machines. */
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
