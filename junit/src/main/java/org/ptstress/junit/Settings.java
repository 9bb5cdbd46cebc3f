package org.ptstress.junit;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.ptstress.run.result.Profile;

/**
 * What the author of a design may set, by system properties.
 *
 * @param profile {@code ptstress.profile}: how much is done; by default what {@code judge} does
 * @param limit {@code ptstress.limit}: the time for the design, in seconds; by default 20, and a
 *     day for a named profile
 * @param out {@code ptstress.out}: where run folders go; by default {@code target/ptstress}
 */
record Settings(Profile profile, Duration limit, Path out) {
  static final String PROFILE = "ptstress.profile";
  static final String LIMIT = "ptstress.limit";
  static final String OUT = "ptstress.out";

  /** Leaves ten of the thirty seconds that a build should take to Maven. */
  private static final Duration BRIEF = Duration.ofSeconds(20);

  private static final Duration LONG = Duration.ofDays(1);

  /** Those of this JVM. */
  static Settings ofProperties() {
    return of(
        System.getProperty(PROFILE),
        System.getProperty(LIMIT),
        System.getProperty(OUT, "target/ptstress"));
  }

  static Settings of(@Nullable String profile, @Nullable String limit, String out) {
    boolean judges = profile == null || profile.equals(Profile.JUDGE.label());
    Profile named = judges ? Profile.JUDGE : Profile.named(String.valueOf(profile));
    Duration time = limit == null ? (judges ? BRIEF : LONG) : seconds(limit);
    return new Settings(named, time, Path.of(out));
  }

  private static Duration seconds(String limit) {
    try {
      return Duration.ofSeconds(Integer.parseInt(limit));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "The property " + LIMIT + " is \"" + limit + "\"; give a number of seconds.", e);
    }
  }
}
