package org.ptstress.reports.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ptstress.reports.gate.Gate;
import org.ptstress.reports.gate.GateReport;
import org.ptstress.reports.gate.GateRow;
import org.ptstress.reports.gate.GateVerdict;
import org.ptstress.reports.gate.Margins;
import org.ptstress.reports.gate.MeasuredRun;
import org.ptstress.reports.page.ChangesView.SpeedChange;
import org.ptstress.reports.page.ChangesView.VerdictChange;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.result.HostInfo;

/**
 * Compares a run with the first one: verdicts cell by cell, speeds as the gate compares stored runs
 * with its default margins.
 */
final class ChangesBuilder {

  /** What must be equal for absolute numbers to be comparable. */
  private static final Map<String, Function<HostInfo, Object>> FINGERPRINT =
      new TreeMap<>(
          Map.of(
              "processor", HostInfo::cpuModel,
              "CPUs", HostInfo::cpus,
              "JDK", HostInfo::jdk,
              "JVM flags", host -> String.join(" ", host.jvmFlags())));

  private final RunFolder base;
  private final RunFolder other;
  private final RunView baseView;
  private final RunView otherView;

  private ChangesBuilder(RunFolder base, RunFolder other, RunView baseView, RunView otherView) {
    this.base = base;
    this.other = other;
    this.baseView = baseView;
    this.otherView = otherView;
  }

  /**
   * What differs from the first run in each other one.
   *
   * @param folders the runs
   * @param views what is shown of each
   */
  static List<ChangesView> views(List<RunFolder> folders, List<RunView> views) throws IOException {
    List<ChangesView> changes = new ArrayList<>();
    for (int i = 1; i < folders.size(); i++) {
      changes.add(
          new ChangesBuilder(folders.get(0), folders.get(i), views.get(0), views.get(i)).view());
    }
    return changes;
  }

  private ChangesView view() throws IOException {
    List<String> differences = hostDifferences();
    List<String> problems = new ArrayList<>();
    GateReport report = speeds(problems);
    List<GateRow> rows = report == null ? List.of() : report.rows();
    if (report != null) {
      problems.addAll(report.problems());
    }
    boolean sameHost = differences.isEmpty();
    return new ChangesView(
        baseView.shortLabel(),
        otherView.shortLabel(),
        sameHost
            ? "Both ran on machines that look the same, so absolute numbers stand beside the ratios."
            : "Only ratios are compared, because " + Format.list(differences) + ".",
        sameHost,
        verdicts(),
        missing(),
        rows.stream()
            .filter(row -> isSignificant(row.verdict()))
            .sorted(Comparator.comparingDouble(ChangesBuilder::size).reversed())
            .map(row -> change(row, sameHost))
            .toList(),
        count(rows, GateVerdict.UNCHANGED),
        count(rows, GateVerdict.INCONCLUSIVE),
        problems,
        report == null ? List.of() : report.notes());
  }

  private List<String> hostDifferences() {
    HostInfo one = base.host();
    HostInfo two = other.host();
    if (one == null || two == null) {
      return List.of(
          "the machine of "
              + (one == null ? baseView.shortLabel() : otherView.shortLabel())
              + " was not recorded");
    }
    return FINGERPRINT.entrySet().stream()
        .filter(fact -> !fact.getValue().apply(one).equals(fact.getValue().apply(two)))
        .map(
            fact ->
                difference(fact.getKey(), fact.getValue().apply(one), fact.getValue().apply(two)))
        .toList();
  }

  private static String difference(String fact, Object one, Object two) {
    return "the "
        + fact
        + " differ"
        + (fact.endsWith("s") ? "" : "s")
        + ": "
        + one
        + " against "
        + two;
  }

  /** The gate's report, or null with the reason among the problems. */
  private @Nullable GateReport speeds(List<String> problems) throws IOException {
    for (RunView view : List.of(baseView, otherView)) {
      if (!view.noThroughput().isEmpty()) {
        problems.add(view.shortLabel() + " has no speeds to compare: " + view.noThroughput());
      }
    }
    if (!problems.isEmpty()) {
      return null;
    }
    return Gate.compare(MeasuredRun.of(base), MeasuredRun.of(other), Margins.DEFAULT);
  }

  private static boolean isSignificant(GateVerdict verdict) {
    return verdict == GateVerdict.REGRESSED || verdict == GateVerdict.IMPROVED;
  }

  private static int count(List<GateRow> rows, GateVerdict verdict) {
    return (int) rows.stream().filter(row -> row.verdict() == verdict).count();
  }

  private static double size(GateRow row) {
    return Math.abs(Math.log(row.candidateRatio() / row.baselineRatio()));
  }

  private SpeedChange change(GateRow row, boolean sameHost) {
    boolean slower = row.verdict() == GateVerdict.REGRESSED;
    return new SpeedChange(
        row.overParams()
            ? row.row().withoutDesign() + ", the mean over all parameters"
            : row.row().withoutDesign().toString(),
        row.design(),
        slower ? "slower" : "faster",
        slower,
        row.change(),
        Format.ratio(row.baselineRatio()),
        Format.ratio(row.candidateRatio()),
        sameHost ? score(base, row) : "",
        sameHost ? score(other, row) : "");
  }

  /** The score behind a row; a mean over parameters has none. */
  private static String score(RunFolder run, GateRow row) {
    return run.measurements().stream()
        .filter(jmh -> !row.overParams() && row.row().equals(jmh.row()))
        .findFirst()
        .map(
            jmh ->
                Format.compact(Measure.of(jmh).mean())
                    + (Measure.isPerSecond(jmh) ? " per second" : " " + jmh.unit()))
        .orElse("");
  }

  private List<VerdictChange> verdicts() {
    return common()
        .map(
            cell -> new VerdictChange(cell, Objects.requireNonNull(find(otherView.matrix(), cell))))
        .filter(change -> change.before().state() != change.after().state())
        .sorted(
            Comparator.comparingInt(
                change ->
                    Math.min(
                        change.after().state().severity(), change.before().state().severity())))
        .toList();
  }

  private Stream<CellView> common() {
    return baseView.matrix().cells().filter(cell -> find(otherView.matrix(), cell) != null);
  }

  private static @Nullable CellView find(MatrixView matrix, CellView cell) {
    return matrix
        .cells()
        .filter(
            candidate ->
                candidate.design().equals(cell.design()) && candidate.claim() == cell.claim())
        .findFirst()
        .orElse(null);
  }

  private String missing() {
    List<String> sentences = new ArrayList<>();
    only(baseView, otherView, sentences);
    only(otherView, baseView, sentences);
    return String.join(" ", sentences);
  }

  private static void only(RunView one, RunView two, List<String> sentences) {
    Set<String> known =
        two.matrix().designs().stream().map(DesignView::name).collect(Collectors.toSet());
    List<String> alone =
        one.matrix().designs().stream()
            .map(DesignView::name)
            .filter(name -> !known.contains(name))
            .toList();
    if (!alone.isEmpty()) {
      sentences.add("Only in " + one.shortLabel() + ": " + Format.list(alone) + ".");
    }
  }
}
