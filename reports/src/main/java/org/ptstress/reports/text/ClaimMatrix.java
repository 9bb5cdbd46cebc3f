package org.ptstress.reports.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Expectation;

/** The page {@code docs/claims.md}: what each design promises of each claim. */
public final class ClaimMatrix {
  private static final String HEAD =
      """
      # Claims

      `./ptstress claims --matrix` prints this page, and a test holds it to the catalogue. A known defect is a promise
      too: a run that does not show it contradicts the design's entry. `./ptstress designs` gives the reason for each,
      `./ptstress claims UNIQUE_IDS` says what a claim means, who demanded it and what decides it.

      **On weak memory**: no sequentially consistent execution is known to break the claim, but one in which a load returns an
      older store does. Races on x86-64 neither confirm nor contradict that; the explorer has to show it.

      """;

  private static final String DECIDERS =
      """

      ## What decides a claim

      Scenarios stand in `stress/scenario`: `Audit` in `model/spec` says which outcomes break the claim. Checks stand in
      `stress/check`, a class of that name. Counts are judged by `CountedClaims` in `run/cost`. `Judge` in
      `stress/verdict` makes a verdict of their evidence. Three more sources count where they ran: failed operations of
      benchmarks (`FailedOperations` in `reports/measured`), Lincheck's random calls (`IdSearch` in `stress/interleaving`)
      and races in the running kernel (`KernelEvidence` in `reports/measured`).

      """;

  private ClaimMatrix() {}

  /** The page for some designs. */
  public static String of(List<Design> designs) {
    String names = row("claim", designs.stream().map(design -> "`" + design.name() + "`"));
    String line = "|" + "---|".repeat(designs.size() + 1) + "\n";
    String claims =
        Arrays.stream(Claim.values())
            .map(claim -> row(claim.name(), designs.stream().map(design -> word(design, claim))))
            .collect(Collectors.joining());
    return HEAD + names + line + claims + DECIDERS + ClaimDeciders.table();
  }

  private static String row(String name, Stream<String> cells) {
    return "| " + name + " | " + cells.collect(Collectors.joining(" | ")) + " |\n";
  }

  private static String word(Design design, Claim claim) {
    Expectation expectation = design.promises().on(claim).expectation();
    return switch (expectation) {
      case HOLDS -> "holds";
      case BROKEN -> "**breaks**";
      case BROKEN_ON_WEAK_MEMORY -> "**on weak memory**";
      case DOES_NOT_APPLY -> "n/a";
    };
  }
}
