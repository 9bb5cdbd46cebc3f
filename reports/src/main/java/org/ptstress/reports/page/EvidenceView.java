package org.ptstress.reports.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;

/**
 * What a run holds on one design.
 *
 * @param design the design
 * @param claims its claims, in the order of the matrix
 */
record EvidenceView(DesignView design, List<OnClaim> claims) {
  /**
   * The evidence on one claim.
   *
   * @param claim the claim
   * @param cell the verdict
   * @param expectation what the design says of the claim
   * @param promise why, in the catalogue's words, or empty
   * @param items what the verdict rests on
   */
  record OnClaim(Claim claim, CellView cell, String expectation, String promise, List<Item> items) {
    private static final int FEW = 2;

    /** Whether the details are shown without being asked for. */
    boolean isOpen() {
      return cell.state().isContradicted();
    }

    /** What the details hold, in few words. */
    String inside() {
      Map<String, List<String>> byKind =
          items.stream()
              .collect(
                  Collectors.groupingBy(
                      item -> item.kind().toLowerCase(Locale.ROOT),
                      LinkedHashMap::new,
                      Collectors.mapping(Item::name, Collectors.toList())));
      return byKind.entrySet().stream()
          .map(entry -> inside(entry.getKey(), entry.getValue()))
          .collect(Collectors.joining("; ", "Evidence: ", ""));
    }

    private static String inside(String kind, List<String> names) {
      if (names.size() <= FEW) {
        return kind + " " + String.join(", ", names);
      }
      return names.size() + " " + (kind.endsWith("s") ? "searches of " + kind : kind + "s");
    }
  }

  /**
   * A race, a search, a check or a measurement.
   *
   * @param kind which of them
   * @param name its name
   * @param description what it does, or empty
   * @param ran whether it ran
   * @param result what came out, or why it did not run
   * @param broken whether it holds a witness
   * @param conditions where and how it ran, or empty
   * @param log the file to read on, or null
   * @param outcomes what was seen, or empty
   * @param counterexamples schedules that break the claim, or empty
   */
  record Item(
      String kind,
      String name,
      String description,
      boolean ran,
      String result,
      boolean broken,
      String conditions,
      @Nullable Link log,
      List<OutcomeRow> outcomes,
      List<Counterexample> counterexamples) {}

  /**
   * An outcome of a race.
   *
   * @param outcome the outcome
   * @param count how often it was seen
   * @param share how often, of all samples
   * @param grade whether it is legal
   * @param breaks the claims that it breaks, or empty
   * @param meaning what it means
   * @param isWitness whether it breaks the claim in question
   */
  record OutcomeRow(
      String outcome,
      String count,
      String share,
      String grade,
      String breaks,
      String meaning,
      boolean isWitness) {}

  /**
   * A schedule that breaks a claim.
   *
   * @param message what went wrong
   * @param text the schedule
   * @param cut a sentence on what was left out, or empty
   */
  record Counterexample(String message, String text, String cut) {}

  /**
   * A file of the run folder.
   *
   * @param path its path under the run folder
   * @param href its address as seen from the page
   */
  record Link(String path, String href) {}
}
