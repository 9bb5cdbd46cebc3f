package org.ptstress.reports.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ptstress.reports.page.evidence.EvidenceView;
import org.ptstress.reports.page.evidence.EvidenceView.Link;
import org.ptstress.reports.page.evidence.FaultView;
import org.ptstress.reports.page.evidence.KernelView;
import org.ptstress.reports.page.evidence.OrderView;
import org.ptstress.reports.page.latency.LatencyView;
import org.ptstress.reports.page.speed.CostView;
import org.ptstress.reports.page.speed.KernelTimesView;
import org.ptstress.reports.page.speed.ProjectionView;
import org.ptstress.reports.page.speed.ReplayView;
import org.ptstress.reports.page.speed.ScalingView;
import org.ptstress.reports.page.speed.ThroughputView;
import org.ptstress.reports.page.verdict.DemandView;
import org.ptstress.reports.page.verdict.MatrixView;
import org.ptstress.reports.page.verdict.PairsView;

/**
 * The content of the page on one run.
 *
 * @param label the name of one of several runs
 * @param facts the machine, the program and the time
 * @param incomplete what to say if the run did not finish, or empty
 * @param phases its parts and how they ended
 * @param demands the demands of the reviewers
 * @param matrix the verdicts
 * @param pairs which operations conflict, by design
 * @param scaling the chart of the first screen, or null if finds were not measured
 * @param throughputs charts over threads
 * @param noThroughput why there are none, or empty
 * @param projection what the counts say of more cores
 * @param replay the published figures of 2025 beside those of this run
 * @param costs what growth, a restore, a full table and the kind of lock cost
 * @param latency percentiles, or null
 * @param noLatency why there are none, or empty
 * @param faults which seeded faults the tools found
 * @param orders which orders of memory are needed
 * @param kernel whether the running kernel does the same
 * @param kernelTimes the times of its calls, or null
 * @param evidence the evidence behind the verdicts
 * @param files the files of the run folder
 */
record RunView(
    String label,
    Facts facts,
    String incomplete,
    List<Phase> phases,
    List<DemandView> demands,
    MatrixView matrix,
    List<PairsView> pairs,
    @Nullable ScalingView scaling,
    List<ThroughputView> throughputs,
    String noThroughput,
    ProjectionView projection,
    ReplayView replay,
    List<CostView> costs,
    @Nullable LatencyView latency,
    String noLatency,
    List<FaultView> faults,
    List<OrderView> orders,
    List<KernelView> kernel,
    @Nullable KernelTimesView kernelTimes,
    List<EvidenceView> evidence,
    List<File> files) {
  /** The short name of one of several runs: {@code Run 1}. */
  String shortLabel() {
    return label.substring(0, Math.max(0, label.indexOf(':')));
  }

  /**
   * The machine, the program and the time of a run.
   *
   * @param machine the processor and the number of CPUs
   * @param system the kernel, the architecture and the memory
   * @param jdk the JDK
   * @param jvmFlags its flags, or empty
   * @param commit the commit of the checkout
   * @param profile the profile
   * @param designs the designs under test
   * @param started when it started
   * @param duration its duration
   * @param load the load when it started
   * @param version the version of ptstress
   * @param commandLine the command
   * @param folder the run folder
   */
  record Facts(
      String machine,
      String system,
      String jdk,
      String jvmFlags,
      String commit,
      String profile,
      String designs,
      String started,
      String duration,
      String load,
      String version,
      String commandLine,
      String folder) {}

  /**
   * A part of a run.
   *
   * @param name its name
   * @param status its end in words
   * @param duration its duration
   * @param detail a sentence, or empty
   * @param done whether it came to its result
   */
  record Phase(String name, String status, String duration, String detail, boolean done) {}

  /**
   * A file of the run folder.
   *
   * @param link its address
   * @param content its content
   * @param absent why it is absent, or empty
   */
  record File(Link link, String content, String absent) {}
}
