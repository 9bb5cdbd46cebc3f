package org.ptstress.reports.page.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ptstress.model.Claim;
import org.ptstress.reports.page.element.Format;
import org.ptstress.reports.page.evidence.EvidenceView.Counterexample;
import org.ptstress.reports.page.evidence.EvidenceView.OutcomeRow;
import org.ptstress.reports.page.evidence.EvidenceView.ToolResult;
import org.ptstress.reports.page.verdict.CellView;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.OutcomeCount;
import org.ptstress.run.result.RaceResult;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Tool;
import org.ptstress.run.result.Witness;

/** Puts pieces of evidence into words, with what the other files hold on them. */
record ToolResults(RunFolder folder, Links links) {
  private static final int MOST_LINES = 240;

  /** The heading says it. */
  private static final Pattern OF_DESIGN = Pattern.compile("-Dptstress\\.design=\\S+ ?");

  /** A word that comes at least four times in a row. */
  private static final Pattern REPEATED = Pattern.compile("(?<!\\S)(\\w+)(?: \\1(?!\\w)){3,}");

  ToolResult of(CellView cell, Evidence evidence) {
    boolean ran = evidence.status() == RunStatus.RUN;
    return new ToolResult(
        kind(evidence.tool()),
        evidence.scenario(),
        description(cell, evidence),
        evidence.status(),
        ran ? result(cell, evidence) + rest(evidence) : notRun(evidence),
        evidence.broken(),
        conditions(evidence),
        links.to(evidence.log()),
        ran ? outcomes(cell, evidence) : List.of(),
        counterexamples(cell, evidence));
  }

  private static String kind(Tool tool) {
    return switch (tool) {
      case RACE -> "Race";
      case INTERLEAVING -> "Interleavings";
      case EXPLORATION -> "Exploration";
      case CHECK -> "Check";
      case ACCESS -> "Accesses";
      case MEASUREMENT -> "Measurement";
      case KERNEL -> "Kernel";
    };
  }

  private String description(CellView cell, Evidence evidence) {
    return switch (evidence.tool()) {
      case RACE -> race(cell, evidence).map(RaceResult::description).orElse("");
      case INTERLEAVING -> search(cell, evidence).map(InterleavingResult::description).orElse("");
      case EXPLORATION ->
          exploration(cell, evidence).map(ExplorationResult::description).orElse("");
      case CHECK, ACCESS, MEASUREMENT, KERNEL -> "";
    };
  }

  private String result(CellView cell, Evidence evidence) {
    return switch (evidence.tool()) {
      case RACE, KERNEL -> raceResult(evidence);
      case INTERLEAVING ->
          evidence.broken()
              ? "A counterexample, after " + Format.count(evidence.samples(), "interleaving") + "."
              : "No counterexample in " + Format.count(evidence.samples(), "interleaving") + ".";
      case EXPLORATION ->
          evidence.broken()
              ? "A witness, after " + Format.count(evidence.samples(), "execution") + "."
              : "No witness in " + evidence.configuration() + ".";
      case CHECK ->
          check(cell, evidence)
              .map(check -> inShort(check.detail()))
              .orElseGet(() -> plainResult(evidence));
      case ACCESS, MEASUREMENT ->
          evidence.configuration().isBlank()
              ? plainResult(evidence)
              : evidence.configuration() + ".";
    };
  }

  /** A script that does the same for every width says so a hundred times. */
  private static String inShort(String detail) {
    return REPEATED
        .matcher(detail)
        .replaceAll(
            repeated ->
                repeated.group(1)
                    + " \u00d7"
                    + (repeated.group().length() + 1) / (repeated.group(1).length() + 1));
  }

  private static String raceResult(Evidence evidence) {
    long samples = evidence.samples();
    long witnesses = evidence.witnesses().stream().mapToLong(Witness::count).sum();
    if (witnesses > 0 || evidence.broken()) {
      return "%s in %s: %s."
          .formatted(
              Format.count(witnesses, "witness"),
              Format.count(samples, "sample"),
              Format.share(witnesses, samples));
    }
    if (samples < 3) {
      return "No witness in " + Format.count(samples, "sample") + ".";
    }
    return "No witness in %s: with 95 %% confidence the true rate is below 3/n = %s, or 1 in %s."
        .formatted(
            Format.count(samples, "sample"),
            Format.scientific(3.0 / samples),
            Format.count(samples / 3));
  }

  private static String plainResult(Evidence evidence) {
    String seen =
        evidence.witnesses().stream().map(Witness::outcome).collect(Collectors.joining("; "));
    return evidence.broken()
        ? seen.isEmpty() ? "The claim was seen to break." : seen
        : "Nothing against the claim in " + Format.count(evidence.samples(), "sample") + ".";
  }

  /** The reason why the rest did not run, or empty. */
  private static String rest(Evidence evidence) {
    return evidence.reason().isBlank() ? "" : " The rest did not run: " + evidence.reason() + ".";
  }

  private static String notRun(Evidence evidence) {
    return evidence.reason().isBlank() ? "No reason was recorded." : evidence.reason();
  }

  /** Checks and measurements have their figures there, which are the result. */
  private static String conditions(Evidence evidence) {
    boolean isBudget = evidence.tool() == Tool.RACE || evidence.tool() == Tool.INTERLEAVING;
    return Stream.of(
            evidence.architecture(),
            isBudget
                ? OF_DESIGN.matcher(evidence.configuration()).replaceAll("").replace(" | ", "\n")
                : "")
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(" · "));
  }

  private List<OutcomeRow> outcomes(CellView cell, Evidence evidence) {
    if (evidence.tool() != Tool.RACE) {
      return List.of();
    }
    return race(cell, evidence)
        .map(race -> outcomes(race, cell.claim()))
        .orElseGet(() -> witnesses(cell, evidence));
  }

  private static List<OutcomeRow> outcomes(RaceResult race, Claim claim) {
    long total = race.outcomes().stream().mapToLong(OutcomeCount::count).sum();
    return race.outcomes().stream()
        .sorted(
            Comparator.comparing((OutcomeCount outcome) -> !outcome.breaks().contains(claim))
                .thenComparing(Comparator.comparingLong(OutcomeCount::count).reversed()))
        .map(
            outcome ->
                new OutcomeRow(
                    outcome.outcome(),
                    Format.count(outcome.count()),
                    Format.share(outcome.count(), total),
                    grade(outcome.expect()),
                    outcome.breaks().stream().map(Claim::name).collect(Collectors.joining(", ")),
                    outcome.description(),
                    outcome.breaks().contains(claim) && outcome.count() > 0))
        .toList();
  }

  /** The witnesses that the verdict kept, where the file with all outcomes is absent. */
  private static List<OutcomeRow> witnesses(CellView cell, Evidence evidence) {
    return evidence.witnesses().stream()
        .map(
            witness ->
                new OutcomeRow(
                    witness.outcome(),
                    Format.count(witness.count()),
                    Format.share(witness.count(), evidence.samples()),
                    "illegal",
                    cell.claim().name(),
                    "",
                    true))
        .toList();
  }

  private static String grade(String expect) {
    return switch (expect) {
      case "ACCEPTABLE" -> "legal";
      case "ACCEPTABLE_INTERESTING" -> "legal, of interest";
      case "FORBIDDEN" -> "illegal";
      default -> Format.words(expect);
    };
  }

  private List<Counterexample> counterexamples(CellView cell, Evidence evidence) {
    if (evidence.tool() == Tool.EXPLORATION) {
      return exploration(cell, evidence).stream()
          .flatMap(explored -> explored.broken().stream())
          .filter(witness -> witness.claim() == cell.claim() && !witness.trace().isEmpty())
          .map(
              witness ->
                  cut(witness.text(), witness.trace().lines().toList(), ResultFiles.EXPLORATIONS))
          .toList();
    }
    if (evidence.tool() != Tool.INTERLEAVING) {
      return List.of();
    }
    return search(cell, evidence).stream()
        .flatMap(search -> search.broken().stream())
        .filter(example -> example.claim() == cell.claim())
        .map(
            example ->
                cut(
                    example.message(),
                    example.interleaving().lines().toList(),
                    ResultFiles.INTERLEAVINGS))
        .toList();
  }

  private static Counterexample cut(String message, List<String> lines, String file) {
    if (lines.size() <= MOST_LINES) {
      return new Counterexample(message, String.join("\n", lines), "");
    }
    return new Counterexample(
        message,
        String.join("\n", lines.subList(0, MOST_LINES)),
        Format.count(lines.size() - MOST_LINES, "more line") + " in " + file + ".");
  }

  private Optional<RaceResult> race(CellView cell, Evidence evidence) {
    return folder.races().stream()
        .filter(race -> race.design().equals(cell.design()))
        .filter(race -> race.scenario().equals(evidence.scenario()))
        .findFirst();
  }

  private Optional<InterleavingResult> search(CellView cell, Evidence evidence) {
    return folder.interleavings().stream()
        .filter(search -> search.design().equals(cell.design()))
        .filter(search -> search.scenario().equals(evidence.scenario()))
        .findFirst();
  }

  private Optional<ExplorationResult> exploration(CellView cell, Evidence evidence) {
    return folder.explorations().stream()
        .filter(explored -> explored.design().equals(cell.design()))
        .filter(explored -> explored.scenario().equals(evidence.scenario()))
        .findFirst();
  }

  private Optional<CheckResult> check(CellView cell, Evidence evidence) {
    return folder.checks().stream()
        .filter(check -> check.design().equals(cell.design()))
        .filter(check -> check.check().equals(evidence.scenario()))
        .filter(check -> check.claim() == cell.claim())
        .findFirst();
  }
}
