package org.ptstress.reports.page.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ptstress.model.Claim;
import org.ptstress.model.Designs;
import org.ptstress.reports.page.element.DesignView;
import org.ptstress.reports.page.element.Format;
import org.ptstress.reports.page.speed.BenchmarkRows;
import org.ptstress.reports.page.verdict.DemandView.Figure;
import org.ptstress.reports.page.verdict.DemandView.Group;
import org.ptstress.reports.verdict.VerdictClass;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.measurement.HostInfo;

/** The figures of a run that decide the arguments of 2012. */
public final class ReviewerFigures {
  static final String RFC = "RfcHash";

  private final MatrixView matrix;
  private final BenchmarkRows finds;
  private final BenchmarkRows creates;
  private final int cpus;
  private final Disagreements disagreements;

  public ReviewerFigures(RunFolder folder, MatrixView matrix) {
    this.matrix = matrix;
    this.finds = BenchmarkRows.throughputs(folder.measurements(), "FindBenchmark.find");
    this.creates =
        BenchmarkRows.throughputs(folder.measurements(), "CreateDeleteBenchmark.createDelete");
    this.cpus = Optional.ofNullable(folder.host()).map(HostInfo::cpus).orElse(Integer.MAX_VALUE);
    this.disagreements = new Disagreements(folder.measurements(), cpus);
  }

  /** A sentence for each measurement that disagrees with the counts. */
  List<String> disagreements() {
    return disagreements.with(matrix);
  }

  /** The CPUs of the run's machine; no limit where they are unknown. */
  public int cpus() {
    return cpus;
  }

  /** The verdicts of all designs on a claim. */
  Group verdicts(Claim claim) {
    return verdicts(claim, matrix.designs().stream().map(DesignView::name).toList());
  }

  /** The verdict of the RFC's design on a claim. */
  Group rfcVerdict(Claim claim) {
    return verdicts(claim, matrix.hasDesign(RFC) ? List.of(RFC) : List.of());
  }

  private Group verdicts(Claim claim, List<String> designs) {
    List<Figure> figures =
        designs.stream()
            .map(design -> matrix.cell(design, claim))
            .filter(cell -> cell.state() != VerdictClass.DOES_NOT_APPLY)
            .map(
                cell ->
                    new Figure(
                        cell.design(),
                        cell.state().symbol() + " " + cell.state().word(),
                        cell.note(),
                        cell.state().cssClass(),
                        "#" + cell.anchor(),
                        Double.NaN))
            .toList();
    return new Group(
        claim.name() + ": " + claim.statement(),
        figures,
        figures.isEmpty() ? "No design of this run is concerned." : "");
  }

  /** Finds by all CPUs over finds by one. */
  Group findScaling() {
    return scaling(finds, "Finds per second");
  }

  /** Creates and deletes by all CPUs over those by one. */
  Group createScaling() {
    return scaling(creates, "Creates and deletes per second");
  }

  private Group scaling(BenchmarkRows measured, String what) {
    Optional<Integer> most = measured.mostThreads(cpus);
    Optional<String> timers = measured.populations().stream().findFirst();
    if (most.isEmpty() || timers.isEmpty() || !measured.threads().contains(1)) {
      return missing(what + " at several threads");
    }
    return ratios(
        String.format(Locale.ROOT, "%s at %d threads, relative to 1 thread", what, most.get()),
        design -> measured.ratio(design, most.get(), timers.get(), design, 1, timers.get()));
  }

  /** Finds at the largest population over finds at the smallest, by one thread. */
  Group growth() {
    List<String> populations = finds.populations();
    if (populations.size() < 2 || !finds.threads().contains(1)) {
      return missing("Finds per second at several populations");
    }
    String few = populations.get(0);
    String many = populations.get(populations.size() - 1);
    return ratios(
        "Finds per second with %s timers, relative to %s timers"
            .formatted(BenchmarkRows.words(many), BenchmarkRows.words(few)),
        design -> finds.ratio(design, 1, many, design, 1, few));
  }

  /** Finds of each design over finds of the yardstick, where it is worst. */
  Group worstAgainstYardstick() {
    return againstYardstick(
        "Finds per second relative to %s, at worst".formatted(Designs.YARDSTICK), this::measured);
  }

  /** Every population at every number of threads that have CPUs. */
  private Stream<Double> measured(String design) {
    return finds.threads().stream()
        .filter(threads -> threads <= cpus)
        .flatMap(
            threads ->
                finds.populations().stream()
                    .flatMap(timers -> againstYardstick(design, threads, timers).stream()));
  }

  /** Finds of each design over finds of the yardstick, by all CPUs. */
  Group topAgainstYardstick() {
    Optional<Integer> most = finds.mostThreads(cpus);
    return most.isEmpty()
        ? missing("Finds per second at several threads")
        : againstYardstick(
            String.format(
                Locale.ROOT,
                "Finds per second at %d threads, relative to %s",
                most.get(),
                Designs.YARDSTICK),
            design ->
                finds.populations().stream()
                    .flatMap(timers -> againstYardstick(design, most.get(), timers).stream()));
  }

  private Group againstYardstick(String label, Function<String, Stream<Double>> each) {
    return ratios(
        label,
        design ->
            design.equals(Designs.YARDSTICK)
                ? Optional.empty()
                : each.apply(design).min(Comparator.naturalOrder()));
  }

  private Optional<Double> againstYardstick(String design, int threads, String timers) {
    return finds.ratio(design, threads, timers, Designs.YARDSTICK, threads, timers);
  }

  private Group ratios(String label, Function<String, Optional<Double>> ratio) {
    List<Figure> figures =
        matrix.designs().stream()
            .map(DesignView::name)
            .flatMap(
                design -> ratio.apply(design).map(value -> ratioFigure(design, value)).stream())
            .toList();
    return figures.isEmpty() ? missing(label) : new Group(label, figures, "");
  }

  private static Figure ratioFigure(String design, double ratio) {
    return new Figure(design, Format.ratio(ratio), "", ratio < 1 ? "less" : "more", "", ratio);
  }

  private static Group missing(String label) {
    return new Group(label, List.of(), "This run has no figure for it.");
  }

  /** The verdict on one claim of a design, which this run may lack. */
  Group design(String design, Claim claim) {
    return matrix.hasDesign(design)
        ? verdicts(claim, List.of(design))
        : new Group(
            "The design " + design,
            List.of(),
            "This run has no figure for it: the design was not under test.");
  }
}
