package org.ptstress.reports.page;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ptstress.reports.page.RunView.Facts;
import org.ptstress.reports.page.RunView.File;
import org.ptstress.reports.page.RunView.Phase;
import org.ptstress.reports.page.element.DesignView;
import org.ptstress.reports.page.element.Format;
import org.ptstress.reports.page.element.Styles;
import org.ptstress.reports.page.evidence.EvidenceView;
import org.ptstress.reports.page.evidence.FaultView;
import org.ptstress.reports.page.evidence.KernelView;
import org.ptstress.reports.page.evidence.Links;
import org.ptstress.reports.page.evidence.OrderView;
import org.ptstress.reports.page.latency.LatencyView;
import org.ptstress.reports.page.speed.CostView;
import org.ptstress.reports.page.speed.KernelTimesView;
import org.ptstress.reports.page.speed.ProjectionView;
import org.ptstress.reports.page.speed.ReplayView;
import org.ptstress.reports.page.speed.ScalingView;
import org.ptstress.reports.page.speed.ThroughputView;
import org.ptstress.reports.page.verdict.CountedFigures;
import org.ptstress.reports.page.verdict.Demands;
import org.ptstress.reports.page.verdict.MatrixView;
import org.ptstress.reports.page.verdict.ReviewerFigures;
import org.ptstress.reports.page.verdict.Verdicts;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.measurement.HostInfo;
import org.ptstress.run.result.MissingTools;
import org.ptstress.run.result.RunFile;
import org.ptstress.run.result.RunFile.Completion;
import org.ptstress.run.result.RunFile.PhaseStatus;

/** Builds what the page shows of one run. */
final class RunViewBuilder {
  private static final String FAULTS = "faults.json";
  private static final String ORDERS = "orders.json";
  private static final String KERNEL = "kernel.json";
  private static final String UNKNOWN = "not recorded";

  private static final Map<String, String> CONTENTS = contents();

  private final RunFolder folder;
  private final Links links;
  private final Styles styles;
  private final String prefix;
  private final String label;

  /**
   * A builder for one run.
   *
   * @param prefix the prefix of the ids of this run
   * @param number its number among several, from 1; 0 if it is alone
   */
  RunViewBuilder(RunFolder folder, Links links, Styles styles, String prefix, int number) {
    this.folder = folder;
    this.links = links;
    this.styles = styles;
    this.prefix = prefix;
    this.label = number == 0 ? "" : "Run " + number + ": " + where(folder);
  }

  RunView view() {
    MatrixView matrix = new Verdicts(folder, prefix, label).matrix(DesignView.catalogue());
    ReviewerFigures figures = new ReviewerFigures(folder, matrix);
    CountedFigures counted = new CountedFigures(folder.costs(), Verdicts.designs(folder), prefix);
    List<ThroughputView> throughputs = ThroughputView.of(folder.measurements(), styles, prefix);
    return new RunView(
        label,
        facts(),
        incomplete(),
        folder.run().phases().stream().map(RunViewBuilder::phase).toList(),
        new Demands(figures, counted, matrix).views(),
        matrix,
        counted.pairs(),
        ScalingView.of(throughputs, prefix).orElse(null),
        throughputs,
        why(folder.measurements(), "jmh.json"),
        ProjectionView.of(folder.costs(), styles, prefix, why(folder.costs(), "accesses.json")),
        ReplayView.of(figures.cpus(), folder.measurements()),
        CostView.of(folder.measurements(), styles, prefix),
        folder.latencies().isEmpty() ? null : LatencyView.of(folder.latencies(), styles, prefix),
        why(folder.latencies(), "latency"),
        FaultView.of(folder.faults()),
        folder.orders().stream().map(OrderView::of).toList(),
        folder.kernel().stream().filter(row -> row.times().isEmpty()).map(KernelView::of).toList(),
        KernelTimesView.of(folder.kernel(), folder.costs()),
        EvidenceView.of(folder, matrix, links),
        files());
  }

  private static String where(RunFolder folder) {
    HostInfo host = folder.host();
    return host == null
        ? folder.path().toString()
        : host.architecture() + ", " + Format.count(host.cpus(), "CPU") + ", JDK " + host.jdk();
  }

  private String why(List<?> results, String file) {
    return results.isEmpty() ? folder.absent().getOrDefault(file, file + " holds no results.") : "";
  }

  private Facts facts() {
    RunFile run = folder.run();
    Optional<HostInfo> host = Optional.ofNullable(folder.host());
    return new Facts(
        of(host, h -> h.cpuModel() + ", " + Format.count(h.cpus(), "CPU")),
        of(host, h -> h.kernel() + ", " + h.architecture() + ", " + Format.memory(h.memoryBytes())),
        of(host, HostInfo::jdk),
        host.map(h -> String.join(" ", h.jvmFlags())).orElse(""),
        of(host, h -> requireNonNullElse(h.commit(), "not a checkout")),
        run.profile(),
        String.join(", ", run.designs()),
        Format.time(run.startedAt()),
        duration(run),
        of(host, h -> h.loadAverage() == null ? UNKNOWN : Format.compact(h.loadAverage())),
        run.version(),
        String.join(" ", run.commandLine()),
        folder.path().toString());
  }

  private static String of(Optional<HostInfo> host, Function<HostInfo, String> fact) {
    return host.map(fact).orElse(UNKNOWN);
  }

  private static String duration(RunFile run) {
    Instant end = run.finishedAt();
    return end == null
        ? "did not finish"
        : Format.duration(Duration.between(run.startedAt(), end).toMillis() / 1000.0);
  }

  private String incomplete() {
    if (folder.run().status() == Completion.COMPLETE) {
      List<String> without = MissingTools.of(folder.verdicts());
      return without.isEmpty()
          ? ""
          : "In this run "
              + String.join(", ", without)
              + ": its verdicts rest on the other evidence only.";
    }
    String missing = folder.absent().keySet().stream().sorted().collect(Collectors.joining(", "));
    return "This run was stopped before it finished, or is still in progress."
        + " Unfinished parts are shown as not run"
        + (missing.isEmpty() ? "." : "; missing: " + missing + ".");
  }

  private static Phase phase(RunFile.Phase phase) {
    return new Phase(
        phase.name(),
        Format.words(phase.status().name()),
        phase.status() == PhaseStatus.NOT_RUN ? "" : Format.duration(phase.seconds()),
        phase.detail(),
        phase.status() == PhaseStatus.DONE);
  }

  private List<File> files() {
    return CONTENTS.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(FAULTS) || !folder.faults().isEmpty())
        .filter(entry -> !entry.getKey().equals(ORDERS) || !folder.orders().isEmpty())
        .filter(entry -> !entry.getKey().equals(KERNEL) || !folder.kernel().isEmpty())
        .map(
            entry ->
                new File(
                    requireNonNull(links.to(entry.getKey())),
                    entry.getValue(),
                    folder.absent().getOrDefault(entry.getKey(), "")))
        .toList();
  }

  private static Map<String, String> contents() {
    Map<String, String> contents = new LinkedHashMap<>();
    contents.put("run.json", "the command, its phases and their status");
    contents.put("host.json", "the machine, the JDK and the commit");
    contents.put("verdicts.json", "the verdicts with their evidence");
    contents.put("races.json", "the races, all outcomes with their counts (from jcstress)");
    contents.put("interleavings.json", "the systematic searches (from Lincheck)");
    contents.put("explorations.json", "interleavings and stale reads (from the explorer)");
    contents.put("checks.json", "scripts and distributions");
    contents.put("accesses.json", "the loads, stores and allocations of operations");
    contents.put("conflicts.json", "the conflicts between operations of two threads");
    contents.put(FAULTS, "the seeded faults, in a run of faults");
    contents.put(ORDERS, "the weakened memory orders, in a run of orders");
    contents.put(KERNEL, "the running kernel beside its model");
    contents.put("jmh.json", "throughput, in JMH's own format");
    contents.put("latency", "latency, in HdrHistogram's own log format");
    contents.put("logs", "output of child processes, where something did not run");
    return contents;
  }
}
