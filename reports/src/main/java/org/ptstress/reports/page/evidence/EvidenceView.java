package org.ptstress.reports.page.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.Expectation;
import org.ptstress.model.Promise;
import org.ptstress.reports.page.element.DesignView;
import org.ptstress.reports.page.verdict.CellView;
import org.ptstress.reports.page.verdict.MatrixView;
import org.ptstress.reports.page.verdict.Verdicts;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.EvidenceFiles;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.VerdictRow;

/**
 * The evidence of a run on one design.
 *
 * @param design the design
 * @param conditions where and how everything of a kind ran, a line for each kind
 * @param claims its claims, in the order of the matrix
 */
public record EvidenceView(DesignView design, List<String> conditions, List<OnClaim> claims) {
  /** The evidence of a run on each design of its matrix. */
  public static List<EvidenceView> of(RunFolder folder, MatrixView matrix, Links links) {
    return new Builder(folder, matrix, links).evidence();
  }

  /** The evidence, with conditions that all results of a kind share moved to the design. */
  static EvidenceView of(DesignView design, List<OnClaim> claims) {
    Map<String, Set<String>> byKind = new LinkedHashMap<>();
    claims.stream()
        .flatMap(on -> on.results().stream())
        .filter(ToolResult::isWhole)
        .forEach(
            result ->
                byKind
                    .computeIfAbsent(result.kind(), kind -> new LinkedHashSet<>())
                    .add(result.conditions()));
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
   * @param results the results that the verdict rests on
   */
  public record OnClaim(
      Claim claim, CellView cell, String expectation, String promise, List<ToolResult> results) {
    private static final int FEW = 2;

    /** The evidence without the conditions of some kinds. */
    private OnClaim without(Set<String> kinds) {
      return new OnClaim(
          claim,
          cell,
          expectation,
          promise,
          results.stream()
              .map(result -> kinds.contains(result.kind()) ? result.withConditions("") : result)
              .toList());
    }

    /** Whether the details are unfolded from the start. */
    public boolean isOpen() {
      return cell.state().isContradicted();
    }

    /** The content of the details in few words. */
    public String inside() {
      Map<String, List<String>> byKind =
          results.stream()
              .collect(
                  Collectors.groupingBy(
                      result -> result.kind().toLowerCase(Locale.ROOT),
                      LinkedHashMap::new,
                      Collectors.mapping(ToolResult::name, Collectors.toList())));
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
   * @param description its steps, or empty
   * @param status whether it ran to its end
   * @param text what came out, or why it did not
   * @param broken whether it holds a witness
   * @param conditions where and how it ran, or empty if everything of the kind ran so
   * @param log the file to read on, or null
   * @param outcomes the outcomes seen, or empty
   * @param counterexamples schedules that break the claim, or empty
   */
  public record ToolResult(
      String kind,
      String name,
      String description,
      RunStatus status,
      String text,
      boolean broken,
      String conditions,
      @Nullable Link log,
      List<OutcomeRow> outcomes,
      List<Counterexample> counterexamples) {
    /** Whether it ran to its end. */
    public boolean isWhole() {
      return status == RunStatus.RUN;
    }

    /** Whether it ran, and not to its end. */
    public boolean isCutShort() {
      return status == RunStatus.CUT_SHORT;
    }

    /** The result under other conditions. */
    ToolResult withConditions(String other) {
      return new ToolResult(
          kind, name, description, status, text, broken, other, log, outcomes, counterexamples);
    }

    /** The result without tables and schedules. */
    ToolResult withoutTables() {
      return new ToolResult(
          kind, name, description, status, text, broken, conditions, log, List.of(), List.of());
    }
  }

  /**
   * An outcome of a race.
   *
   * @param outcome the outcome
   * @param count the number of times it was seen
   * @param share how often, of all samples
   * @param grade whether it is legal
   * @param breaks the claims that it breaks, or empty
   * @param meaning its meaning
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
   * @param message the failure
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

  /** Gathers what a run holds on each cell of its matrix. */
  private static final class Builder {
    private final RunFolder folder;
    private final MatrixView matrix;
    private final ToolResults results;
    private final EvidenceFiles found;
    private final Map<String, Design> catalogue =
        Designs.all().stream().collect(Collectors.toMap(Design::name, Function.identity()));

    Builder(RunFolder folder, MatrixView matrix, Links links) {
      this.folder = folder;
      this.matrix = matrix;
      this.results = new ToolResults(folder, links);
      this.found = folder.evidence();
    }

    List<EvidenceView> evidence() {
      return matrix.designs().stream()
          .map(
              design ->
                  EvidenceView.of(
                      design,
                      matrix.rows().stream()
                          .map(row -> onClaim(row.claim(), matrix.cell(design.name(), row.claim())))
                          .toList()))
          .toList();
    }

    private OnClaim onClaim(Claim claim, CellView cell) {
      Optional<VerdictRow> row = Verdicts.row(folder, cell.design(), cell.claim());
      List<ToolResult> evidence =
          row.map(VerdictRow::evidence).orElseGet(() -> withoutVerdict(cell)).stream()
              .map(each -> results.of(cell, each))
              .toList();
      return new OnClaim(
          claim,
          cell,
          row.map(known -> words(known.expectation())).orElse("There is no verdict on it"),
          promise(cell),
          evidence);
    }

    /** Evidence in the files on a claim without a verdict. */
    private List<Evidence> withoutVerdict(CellView cell) {
      return found.about(
          cell.design(),
          promises(cell).orElseGet(() -> new Promise(cell.claim(), Expectation.HOLDS, "")));
    }

    /** The promise of a design of this version; none for a design that only another version has. */
    private Optional<Promise> promises(CellView cell) {
      return Optional.ofNullable(catalogue.get(cell.design()))
          .map(design -> design.promises().on(cell.claim()));
    }

    private String promise(CellView cell) {
      return promises(cell).map(Promise::reason).orElse("");
    }

    private static String words(Expectation expectation) {
      return switch (expectation) {
        case HOLDS -> "The design promises it";
        case BROKEN -> "The design is known to break it";
        case BROKEN_ON_WEAK_MEMORY -> "The design is known to break it on weak memory";
        case DOES_NOT_APPLY -> "It does not apply to the design";
      };
    }
  }
}
