package org.ptstress.reports.page.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ptstress.model.Claim;
import org.ptstress.reports.page.element.DesignView;
import org.ptstress.reports.page.element.Format;
import org.ptstress.reports.verdict.VerdictClass;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Tool;
import org.ptstress.run.result.VerdictRow;
import org.ptstress.run.result.Witness;

/** Builds the verdict matrix of a run. A pair without a verdict is shown as not run. */
public record Verdicts(RunFolder folder, String prefix, String label) {
  /** The designs that were asked for, then the others that have verdicts. */
  public static List<String> designs(RunFolder folder) {
    return Stream.concat(
            folder.run().designs().stream(), folder.verdicts().stream().map(VerdictRow::design))
        .distinct()
        .toList();
  }

  public MatrixView matrix(Function<String, DesignView> catalogue) {
    List<DesignView> designs = designs(folder).stream().map(catalogue).toList();
    List<MatrixView.Row> rows =
        Arrays.stream(Claim.values())
            .map(
                claim ->
                    new MatrixView.Row(
                        claim, designs.stream().map(design -> cell(design.name(), claim)).toList()))
            .toList();
    return new MatrixView(designs, rows);
  }

  public static Optional<VerdictRow> row(RunFolder folder, String design, Claim claim) {
    return folder.verdicts().stream()
        .filter(row -> row.design().equals(design) && row.claim() == claim)
        .findFirst();
  }

  private CellView cell(String design, Claim claim) {
    String anchor = anchor(design, claim);
    return row(folder, design, claim)
        .map(
            row -> {
              VerdictClass state = VerdictClass.of(row);
              return new CellView(
                  design, claim, state, note(state, row), row.reason(), anchor, label);
            })
        .orElseGet(
            () ->
                new CellView(
                    design, claim, VerdictClass.NOT_RUN, "", whyWithoutVerdict(), anchor, label));
  }

  private String whyWithoutVerdict() {
    return folder.absent().getOrDefault("verdicts.json", "verdicts.json has no verdict on it.");
  }

  /** An id may hold no spaces, and a design may have any name: what is unusual is spelled out. */
  private String anchor(String design, Claim claim) {
    return prefix + Format.id(design) + "-" + Format.id(claim.name());
  }

  private static String note(VerdictClass state, VerdictRow row) {
    return switch (state) {
      case BUG_SHOWN, PROMISE_BROKEN -> witnesses(row.evidence());
      case HOLDS, BUG_NOT_FOUND -> tries(row.evidence());
      case NOT_RUN, DOES_NOT_APPLY -> "";
    };
  }

  /** The number of witnesses where they were counted, else the kind of evidence. */
  private static String witnesses(List<Evidence> evidence) {
    List<Evidence> broken = evidence.stream().filter(Evidence::broken).toList();
    long count =
        broken.stream()
            .filter(item -> item.tool() == Tool.RACE)
            .flatMap(item -> item.witnesses().stream())
            .mapToLong(Witness::count)
            .sum();
    if (count > 0) {
      return Format.compact(count) + (count == 1 ? " witness" : " witnesses");
    }
    if (!broken.isEmpty() && broken.stream().allMatch(Verdicts::isWeak)) {
      return "weak memory";
    }
    Set<Tool> tools = broken.stream().map(Evidence::tool).collect(Collectors.toSet());
    if (tools.contains(Tool.INTERLEAVING) || tools.contains(Tool.EXPLORATION)) {
      return "counterexample";
    }
    if (tools.contains(Tool.ACCESS)) {
      return "counted";
    }
    return tools.contains(Tool.CHECK)
        ? "reproduced"
        : tools.contains(Tool.MEASUREMENT) ? "measured" : "";
  }

  private static boolean isWeak(Evidence evidence) {
    return evidence.witnesses().stream().anyMatch(Witness::needsWeakMemory);
  }

  private static String tries(List<Evidence> evidence) {
    long samples = samples(evidence, Tool.RACE);
    if (samples > 0) {
      return "0 in " + Format.compact(samples);
    }
    long explored = samples(evidence, Tool.INTERLEAVING) + samples(evidence, Tool.EXPLORATION);
    if (explored > 0) {
      return "0 in " + Format.compact(explored);
    }
    return evidence.stream().anyMatch(item -> item.tool() == Tool.ACCESS)
        ? "counted"
        : evidence.isEmpty() ? "" : "checked";
  }

  private static long samples(List<Evidence> evidence, Tool tool) {
    return evidence.stream()
        .filter(item -> item.tool() == tool && item.status() == RunStatus.RUN)
        .mapToLong(Evidence::samples)
        .sum();
  }
}
