package org.ptstress.reports.phase;

import java.util.ArrayList;
import java.util.List;
import org.ptstress.model.Promise;
import org.ptstress.reports.measured.FailedOperations;
import org.ptstress.reports.measured.KernelEvidence;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.EvidenceFiles;

/**
 * Everything that verdicts rest on.
 *
 * @param files what was checked, recorded, explored, raced and searched
 * @param failures operations that failed in benchmarks
 * @param kernel what races on the running kernel say
 */
public record Findings(EvidenceFiles files, FailedOperations failures, KernelEvidence kernel) {
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
