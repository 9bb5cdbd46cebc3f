package org.ptstress.reports.phase;

import java.util.ArrayList;
import java.util.List;
import org.ptstress.model.Design;
import org.ptstress.model.Promise;
import org.ptstress.reports.measured.FailedOperations;
import org.ptstress.reports.measured.KernelEvidence;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.EvidenceFiles;
import org.ptstress.run.result.VerdictRow;
import org.ptstress.stress.verdict.Judge;

/**
 * Everything that verdicts rest on.
 *
 * @param files what was checked, recorded, explored, raced and searched
 * @param failures operations that failed in benchmarks
 * @param kernel what races on the running kernel say
 */
public record Findings(EvidenceFiles files, FailedOperations failures, KernelEvidence kernel) {
  /** Gives the evidence for and against a promise of a design. */
  @FunctionalInterface
  public interface Source {
    List<Evidence> about(String design, Promise promise);
  }

  /** The verdicts on all promises of designs. */
  public static List<VerdictRow> judge(List<Design> designs, Source source) {
    return designs.stream()
        .flatMap(
            design ->
                design.promises().all().stream()
                    .map(
                        promise ->
                            Judge.judge(
                                design.name(), promise, source.about(design.name(), promise))))
        .toList();
  }

  /**
   * The evidence for and against a promise.
   *
   * @param design the design's name
   * @param promise its promise
   * @return all of it
   */
  public List<Evidence> about(String design, Promise promise) {
    List<Evidence> evidence = new ArrayList<>(files.about(design, promise));
    evidence.addAll(failures.about(design, promise));
    evidence.addAll(kernel.about(design, promise));
    return evidence;
  }
}
