package org.ptstress.reports.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.reports.page.element.Format;
import org.ptstress.reports.page.element.Styles;
import org.ptstress.reports.page.evidence.EvidenceDepth;
import org.ptstress.reports.page.evidence.EvidenceView;
import org.ptstress.reports.page.evidence.FaultView;
import org.ptstress.reports.page.evidence.Links;
import org.ptstress.reports.page.evidence.OrderView;
import org.ptstress.reports.page.verdict.CellView;
import org.ptstress.reports.page.verdict.Verdicts;
import org.ptstress.reports.verdict.VerdictClass;
import org.ptstress.reports.verdict.VerdictCounts;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.result.Profile;

/**
 * The content of the page and of the summary.
 *
 * @param counts the answer in numbers, over all runs
 * @param contradictions the cells that say the opposite of what was expected
 * @param gaps what was not run, by reason
 * @param runs the runs
 * @param changes what differs between the first run and each other
 * @param legend the states of a cell
 * @param depth the depth of the evidence shown
 */
public record PageView(
    VerdictCounts counts,
    List<CellView> contradictions,
    List<Gap> gaps,
    List<RunView> runs,
    List<ChangesView> changes,
    List<VerdictClass> legend,
    EvidenceDepth depth) {
  /**
   * The cells that were not run for one reason.
   *
   * @param reason the reason
   * @param cells the cells without evidence
   */
  record Gap(String reason, List<CellView> cells) {}

  /**
   * Builds the view.
   *
   * @param folders the runs, at least one
   * @param page the file to write
   * @throws IOException if the files of a run cannot be read again
   */
  static PageView of(List<RunFolder> folders, Path page) throws IOException {
    if (folders.isEmpty()) {
      throw new IllegalArgumentException("A report needs at least one run folder.");
    }
    Styles styles =
        new Styles(
            // The catalogue first, so that a design looks the same in every report.
            Stream.concat(
                    Designs.all().stream().map(Design::name),
                    folders.stream().flatMap(folder -> Verdicts.designs(folder).stream()))
                .toList());
    List<RunView> runs = new ArrayList<>();
    for (RunFolder folder : folders) {
      boolean alone = folders.size() == 1;
      int number = alone ? 0 : runs.size() + 1;
      String prefix = alone ? "" : "run" + number + "-";
      runs.add(
          new RunViewBuilder(folder, new Links(page, folder.path()), styles, prefix, number)
              .view());
    }
    List<CellView> cells = runs.stream().flatMap(run -> run.matrix().cells()).toList();
    return new PageView(
        VerdictCounts.of(cells.stream().map(CellView::state).toList()),
        cells.stream().filter(cell -> cell.state().isContradicted()).toList(),
        gaps(cells),
        runs,
        ChangesView.of(folders, runs),
        Arrays.asList(VerdictClass.values()),
        EvidenceDepth.ALL);
  }

  private static List<Gap> gaps(List<CellView> cells) {
    Map<String, List<CellView>> byReason = new LinkedHashMap<>();
    cells.stream()
        .filter(cell -> cell.state() == VerdictClass.NOT_RUN)
        .forEach(
            cell -> byReason.computeIfAbsent(cell.reason(), unused -> new ArrayList<>()).add(cell));
    return byReason.entrySet().stream()
        .map(entry -> new Gap(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  /** The page with less evidence. */
  PageView with(EvidenceDepth less) {
    return new PageView(counts, contradictions, gaps, runs, changes, legend, less);
  }

  /** The evidence of a run, as much as the page shows. */
  List<EvidenceView> evidence(RunView run) {
    return depth.of(run.evidence());
  }

  boolean hasPairs() {
    return runs.stream().anyMatch(run -> !run.pairs().isEmpty());
  }

  boolean hasProjection() {
    return runs.stream().anyMatch(run -> !run.projection().isEmpty());
  }

  boolean hasReplay() {
    return runs.stream().anyMatch(run -> !run.replay().isEmpty());
  }

  boolean hasCosts() {
    return runs.stream().anyMatch(run -> !run.costs().isEmpty());
  }

  boolean hasFaults() {
    return runs.stream().anyMatch(run -> !run.faults().isEmpty());
  }

  boolean hasKernel() {
    return runs.stream().anyMatch(run -> !run.kernel().isEmpty());
  }

  boolean hasOrders() {
    return runs.stream().anyMatch(run -> !run.orders().isEmpty());
  }

  boolean hasSeveralRuns() {
    return runs.size() > 1;
  }

  /** Whether the question was what the tools find, and not what designs keep. */
  boolean isAboutFaults() {
    return hasFaults() && counts.confirmed() + counts.contradicted() == 0;
  }

  /** Whether the question was which orders of memory are needed. */
  boolean isAboutOrders() {
    return hasOrders() && !hasFaults() && counts.confirmed() + counts.contradicted() == 0;
  }

  /** Whether the question was if kernels do what their models do. */
  boolean isAboutKernel() {
    return hasKernel()
        && runs.stream().allMatch(run -> run.facts().profile().equals(Profile.KERNEL.label()));
  }

  /** Whether the question was what designs keep. */
  boolean isAboutVerdicts() {
    return !isAboutFaults() && !isAboutOrders() && !isAboutKernel();
  }

  private KernelAnswer kernelAnswer() {
    return new KernelAnswer(runs.stream().flatMap(run -> run.kernel().stream()).toList());
  }

  private boolean isIncomplete() {
    return runs.stream().anyMatch(run -> !run.incomplete().isEmpty());
  }

  private long orders(Predicate<OrderView> which) {
    return runs.stream()
        .flatMap(run -> run.orders().stream().filter(which).map(OrderView::key))
        .distinct()
        .count();
  }

  private long faults(Predicate<FaultView> which) {
    return runs.stream().flatMap(run -> run.faults().stream()).filter(which).count();
  }

  /** The colour of the answer. */
  String tone() {
    if (isAboutKernel()) {
      String tone = kernelAnswer().tone();
      return tone.equals("holds") && isIncomplete() ? "not-run" : tone;
    }
    long wrong = isAboutFaults() ? faults(FaultView::isMissed) : counts.contradicted();
    if (wrong > 0) {
      return "contradicted";
    }
    long open =
        isAboutFaults()
            ? faults(FaultView::isOpen)
            : isAboutOrders() ? orders(OrderView::isOpen) : counts.notRun();
    return open > 0 || isIncomplete() ? "not-run" : "holds";
  }

  /** The question that the page answers. */
  String question() {
    return isAboutFaults()
        ? "do the tools find the seeded faults?"
        : isAboutOrders()
            ? "which memory orders do the designs need?"
            : isAboutKernel()
                ? "do kernels behave as their models do?"
                : "which designs keep their promises";
  }

  /** The answer as a heading. */
  String headline() {
    if (isAboutFaults()) {
      return faultsHeadline();
    }
    if (isAboutKernel()) {
      return kernelAnswer().headline();
    }
    if (isAboutOrders()) {
      return Format.count(orders(OrderView::isNeeded), "memory order")
          + " needed of "
          + orders(order -> true);
    }
    if (counts.contradicted() > 0) {
      return Format.count(counts.contradicted(), "expectation") + " contradicted";
    }
    if (counts.holds() + counts.bugsShown() == 0) {
      return "No evidence yet";
    }
    return counts.notRun() == 0
        ? "Every verdict is as expected"
        : "Every verdict that was reached is as expected";
  }

  private String faultsHeadline() {
    long missed = faults(FaultView::isMissed);
    if (missed > 0) {
      return Format.count(missed, "seeded fault") + " missed";
    }
    return faults(FaultView::isOpen) > 0
        ? "No seeded fault was missed by what has run"
        : "Every tool finds the seeded faults that it should";
  }

  /** The figures below the heading. */
  String sentence() {
    return isAboutFaults()
        ? String.format(
            Locale.ROOT,
            "%d seeded faults, %d missed by a tool, %d not run by every tool",
            faults(fault -> true),
            faults(FaultView::isMissed),
            faults(FaultView::isOpen))
        : isAboutOrders()
            ? String.format(
                Locale.ROOT,
                "%d memory orders weakened, one at a time: %d are needed, %d are not"
                    + " shown to be needed",
                orders(order -> true),
                orders(OrderView::isNeeded),
                orders(order -> true) - orders(OrderView::isNeeded))
            : isAboutKernel() ? kernelAnswer().sentence() : counts.sentence();
  }
}
