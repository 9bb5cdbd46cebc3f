package org.ptstress.reports.text;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ptstress.model.Claim;
import org.ptstress.model.Designs;
import org.ptstress.model.spec.Scenario;
import org.ptstress.run.cost.CountedClaims;
import org.ptstress.run.result.CheckResult;
import org.ptstress.stress.check.CheckRunner;
import org.ptstress.stress.scenario.Scenarios;

/** The scenarios, checks and counts that decide a claim, read from the tools themselves. */
public final class ClaimDeciders {
  private static final String WIDE = "AtFullWidth";
  private static final List<Scenario> ALL = Scenarios.all();
  private static final Set<String> NAMES =
      ALL.stream().map(Scenario::name).collect(Collectors.toSet());

  private ClaimDeciders() {}

  /** A sentence part: {@code scenarios A, B; check C; counts of accesses}. */
  public static String text(Claim claim) {
    return Stream.of(
            names("scenario", scenarios(claim)),
            names("check", checks(claim)),
            CountedClaims.decides(claim) ? "counts of accesses" : "")
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String names(String kind, List<String> names) {
    return names.isEmpty()
        ? ""
        : kind + (names.size() == 1 ? " " : "s ") + String.join(", ", names);
  }

  /** The scenarios; those of full width only where no narrower one has the same steps. */
  private static List<String> scenarios(Claim claim) {
    return ALL.stream()
        .filter(scenario -> scenario.claims().contains(claim))
        .map(Scenario::name)
        .filter(name -> !name.endsWith(WIDE) || !NAMES.contains(name.replace(WIDE, "")))
        .toList();
  }

  /** The checks but scripts of scenarios, and the one that a claim applies at all. */
  private static List<String> checks(Claim claim) {
    return CheckRunner.notRun(Designs.all(), "").stream()
        .filter(row -> row.claim() == claim)
        .map(CheckResult::check)
        .distinct()
        .filter(check -> !NAMES.contains(check) && !check.equals("Applicability"))
        .toList();
  }

  /** A table of all claims in Markdown. */
  static String table() {
    return Stream.of(Claim.values())
        .map(claim -> "| " + claim + " | " + text(claim) + " |\n")
        .collect(Collectors.joining("", "| claim | decided by |\n|---|---|\n", ""));
  }
}
