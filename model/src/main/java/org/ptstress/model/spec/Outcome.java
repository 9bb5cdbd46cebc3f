package org.ptstress.model.spec;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ptstress.model.Claim;

/**
 * The spelling of outcomes: the results of each actor, then the aftermath, with commas between, as
 * jcstress joins the fields of a result. For example {@code "ok, EINVAL, sound"}.
 */
public final class Outcome {
  /** The aftermath of a run that broke no claim. */
  public static final String SOUND = "sound";

  private static final String BREAKS = "breaks ";
  private static final String SEPARATOR = ", ";

  /** All that is said of a run with a call that did not end by itself; older ones named both. */
  private static final Set<Claim> CUT = Set.of(Claim.CALLS_END, Claim.BOUNDED_SEARCH);

  private Outcome() {}

  /**
   * The outcome of a run.
   *
   * @param actors the results of every actor
   * @param aftermath what the audit found
   * @return the text
   */
  public static String of(List<String> actors, String aftermath) {
    return join(actors) + SEPARATOR + aftermath;
  }

  static String join(List<String> actors) {
    return String.join(SEPARATOR, actors);
  }

  /**
   * The outcome as tests list it: where the audit has accepted that a lookup found another timer,
   * which had got the id, the one that was looked for was gone.
   *
   * @param outcome a text of {@link #of}
   * @return the same text, or of a sound one that of the oracle
   */
  public static String asListed(String outcome) {
    return outcome.endsWith(SEPARATOR + SOUND)
        ? outcome.replace(CallResult.ANOTHER.text(), CallResult.EINVAL.text())
        : outcome;
  }

  /** The aftermath that reports these claims. */
  static String aftermath(Set<Claim> broken) {
    return broken.isEmpty()
        ? SOUND
        : BREAKS + broken.stream().map(Claim::name).collect(Collectors.joining("+"));
  }

  /**
   * Whether a call did not come to an end of its own, so that the outcome says nothing else.
   *
   * @param broken the claims that the outcome breaks
   * @return true if a call threw or would never have returned
   */
  public static boolean isCut(Collection<Claim> broken) {
    return broken.contains(Claim.CALLS_END) && CUT.containsAll(broken);
  }

  /**
   * The claims that an outcome breaks, by its aftermath.
   *
   * @param outcome a text of {@link #of}
   * @return the claims, empty for a sound outcome
   * @throws IllegalArgumentException if the text has no aftermath
   */
  public static Set<Claim> brokenClaims(String outcome) {
    int separator = outcome.lastIndexOf(SEPARATOR);
    String aftermath = separator < 0 ? "" : outcome.substring(separator + SEPARATOR.length());
    if (aftermath.equals(SOUND)) {
      return Collections.emptySet();
    }
    if (!aftermath.startsWith(BREAKS)) {
      throw new IllegalArgumentException(
          "The outcome \"" + outcome + "\" does not end in an aftermath.");
    }
    return Arrays.stream(aftermath.substring(BREAKS.length()).split("\\+"))
        .map(Claim::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Claim.class)));
  }
}
