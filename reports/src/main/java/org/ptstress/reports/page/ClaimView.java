package org.ptstress.reports.page;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ptstress.model.Claim;

/**
 * A claim in words.
 *
 * @param name its name
 * @param statement the property
 * @param demandedBy who demanded it
 * @param consequence what breaking it means
 */
record ClaimView(String name, String statement, String demandedBy, String consequence) {
  /** A claim by its name; one that this version does not know has nothing but that. */
  static ClaimView of(String name) {
    return Arrays.stream(Claim.values())
        .filter(claim -> claim.name().equals(name))
        .map(
            claim ->
                new ClaimView(name, claim.statement(), claim.demandedBy(), claim.consequence()))
        .findFirst()
        .orElseGet(
            () -> new ClaimView(name, "Not known to this version of ptstress.", "not known", ""));
  }

  /** The catalogue, then the others that occur. */
  static List<ClaimView> all(Stream<String> occurring) {
    return Stream.concat(Arrays.stream(Claim.values()).map(Claim::name), occurring)
        .distinct()
        .map(ClaimView::of)
        .toList();
  }
}
