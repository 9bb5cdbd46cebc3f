package org.ptstress.stress;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ptstress.stress.interleaving.SearchBudget;

/** How much a stress run does. Every budget of the module is in this file. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are made by List.of
public enum Profile {
  /**
   * Half a minute: one design whose promises nobody knows, so that all searches get the same. Short
   * of patience, because such a design may hang.
   */
  JUDGE(new Races(Modes.C2, 1, 60, 1, 0), new SearchBudget(80, 80), Duration.ofSeconds(10)),
  /** A minute or two: what every build runs. */
  QUICK(new Races(Modes.C2, 1, 120, 1, 0), new SearchBudget(30, 300), Duration.ofSeconds(90)),
  /** Some minutes: all compilers, and a budget that exhausts most scenarios with two switches. */
  STANDARD(
      new Races(Modes.ALL, 3, 500, 1, 1), new SearchBudget(3_000, 30_000), Duration.ofMinutes(5)),
  /** An hour or more: for nights. */
  TOUGH(
      new Races(Modes.ALL, 10, 1_000, 3, 3),
      new SearchBudget(20_000, 200_000),
      Duration.ofMinutes(15));

  /** The share of the time left that searches may take: the races need more of it. */
  static final double SHARE_OF_SEARCHES = 0.5;

  private final Races races;
  private final SearchBudget searches;
  private final Duration silence;

  Profile(Races races, SearchBudget searches, Duration silence) {
    this.races = races;
    this.searches = searches;
    this.silence = silence;
  }

  /** How jcstress is run. */
  Races races() {
    return races;
  }

  /** How many interleavings a search of one scenario explores at most. */
  SearchBudget searches() {
    return searches;
  }

  /** How long a child process may say nothing before it counts as hung. */
  Duration silence() {
    return silence;
  }

  /**
   * A profile of a full run by its name.
   *
   * @param name the name, in any case
   * @return the profile, never {@link #JUDGE}
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
    return Arrays.stream(values()).filter(profile -> profile != JUDGE);
  }

  private static String labels() {
    return ofRuns().map(Profile::label).collect(Collectors.joining(", "));
  }

  /**
   * The name that commands use.
   *
   * @return lower case
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The settings of jcstress.
   *
   * @param modes the JVM arguments of each launch; jcstress's own matrix of compilers governs only
   *     the actors' methods, and all that matters here is called by them
   * @param iterations iterations a fork
   * @param millis the time of an iteration
   * @param forks forks of each configuration
   * @param stressForks how many times as many forks randomise the C2 compiler
   */
  record Races(List<String> modes, int iterations, int millis, int forks, int stressForks) {
    /** The arguments of jcstress 0.16 that say so; an upgrade changes them here. */
    List<String> jcstressArgs() {
      return List.of(
          "-sc", "false",
          "-af", "NONE",
          "-pth", "false",
          "-hs", "128",
          "-strideSize", "64",
          "-strideCount", "8",
          "-iters", Integer.toString(iterations),
          "-time", Integer.toString(millis),
          "-f", Integer.toString(forks),
          "-fsm", Integer.toString(stressForks));
    }
  }

  private static final class Modes {
    static final List<String> C2 = List.of("");
    static final List<String> ALL =
        List.of("", "-Xint", "-XX:TieredStopAtLevel=1", "-XX:-TieredCompilation");
  }
}
