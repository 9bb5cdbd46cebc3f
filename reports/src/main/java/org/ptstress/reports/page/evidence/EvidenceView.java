package org.ptstress.reports.page.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.reports.page.element.DesignView;
import org.ptstress.reports.page.verdict.CellView;

/**
 * What a run holds on one design.
 *
 * @param design the design
 * @param conditions where and how everything of a kind ran, a line for each kind
 * @param claims its claims, in the order of the matrix
 */
public record EvidenceView(DesignView design, List<String> conditions, List<OnClaim> claims) {
  /** The same evidence, with what is equal in all items of a kind said once. */
  static EvidenceView of(DesignView design, List<OnClaim> claims) {
    Map<String, Set<String>> byKind = new LinkedHashMap<>();
    claims.stream()
        .flatMap(on -> on.items().stream())
        .filter(Item::ran)
        .forEach(
            item ->
                byKind
                    .computeIfAbsent(item.kind(), kind -> new LinkedHashSet<>())
                    .add(item.conditions()));
    byKind.values().removeIf(conditions -> conditions.size() > 1);
    List<String> lines = new ArrayList<>();
    byKind.forEach((kind, conditions) -> conditions.forEach(each -> lines.add(kind + ": " + each)));
    return new EvidenceView(
        design, lines, claims.stream().map(on -> on.without(byKind.keySet())).toList());
  }

  /**
   * The evidence on one claim.
   *
   * @param claim the claim
   * @param cell the verdict
   * @param expectation what the design says of the claim
   * @param promise why, in the catalogue's words, or empty
   * @param items what the verdict rests on
   */
  public record OnClaim(
      Claim claim, CellView cell, String expectation, String promise, List<Item> items) {
    private static final int FEW = 2;

    /** The same without the conditions of some kinds. */
    private OnClaim without(Set<String> kinds) {
      return new OnClaim(
          claim,
          cell,
          expectation,
          promise,
          items.stream()
              .map(item -> kinds.contains(item.kind()) ? item.withConditions("") : item)
              .toList());
    }

    /** Whether the details are shown without being asked for. */
    public boolean isOpen() {
      return cell.state().isContradicted();
    }

    /** What the details hold, in few words. */
    public String inside() {
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
   * @param conditions where and how it ran, or empty if everything of the kind ran so
   * @param log the file to read on, or null
   * @param outcomes what was seen, or empty
   * @param counterexamples schedules that break the claim, or empty
   */
  public record Item(
      String kind,
      String name,
      String description,
      boolean ran,
      String result,
      boolean broken,
      String conditions,
      @Nullable Link log,
      List<OutcomeRow> outcomes,
      List<Counterexample> counterexamples) {
    /** The same under other conditions. */
    Item withConditions(String other) {
      return new Item(
          kind, name, description, ran, result, broken, other, log, outcomes, counterexamples);
    }

    /** The same without tables and schedules. */
    Item withoutTables() {
      return new Item(
          kind, name, description, ran, result, broken, conditions, log, List.of(), List.of());
    }
  }

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
  public record OutcomeRow(
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
  public record Counterexample(String message, String text, String cut) {}

  /**
   * A file of the run folder.
   *
   * @param path its path under the run folder
   * @param href its address as seen from the page
   */
  public record Link(String path, String href) {}
}
