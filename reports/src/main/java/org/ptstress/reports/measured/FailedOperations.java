package org.ptstress.reports.measured;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ptstress.model.Claim;
import org.ptstress.model.Promise;
import org.ptstress.run.measurement.JmhRow;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Tool;
import org.ptstress.run.result.Witness;

/**
 * Operations of the benchmarks that failed, none of which may: a lookup that misses a live timer, a
 * create that is refused while ids are free. Each row with any is a witness against a claim. That a
 * row has none is no evidence for the claim: a benchmark does not try to break it.
 */
public final class FailedOperations {
  private static final String FAILED = "failed";
  private static final String REFUSED = "refused";

  /** The failure that each benchmark counts. */
  private static final Map<String, Failure> FAILURES =
      Map.of(
          "FindBenchmark.find", lost(),
          "FindBenchmark.findInProcesses", lost(),
          "GrowthBenchmark.find", lost(),
          "ReadersWriterBenchmark.findBesideCreateDelete", lost(),
          "FindBenchmark.miss",
              new Failure(Claim.NO_STALE_FIND, "lookups found a timer under an id that none has"),
          "CreateDeleteBenchmark.createDelete", refused(),
          "CreateDeleteBenchmark.createDeleteInOwnProcess", refused(),
          "GrowthBenchmark.createDelete", refused(),
          "ExhaustionBenchmark.refusedCreate",
              new Failure(
                  Claim.UNIQUE_IDS,
                  "creates did not fail with -EAGAIN, though every id was taken"));

  private final List<JmhRow> rows;
  private final String architecture;

  /**
   * Prepares.
   *
   * @param rows the measurements on this machine
   */
  public FailedOperations(List<JmhRow> rows) {
    this(rows, System.getProperty("os.arch"));
  }

  /**
   * Prepares.
   *
   * @param rows the measurements of a run
   * @param architecture the architecture of the machine
   */
  public FailedOperations(List<JmhRow> rows, String architecture) {
    this.rows = List.copyOf(rows);
    this.architecture = architecture;
  }

  /** The claim that failed operations break. */
  private record Failure(Claim claim, String what) {}

  private static Failure lost() {
    return new Failure(Claim.NO_LOST_TIMER, "lookups did not find a live timer");
  }

  private static Failure refused() {
    return new Failure(Claim.EAGAIN_ONLY_WHEN_FULL, "creates were refused, though ids were free");
  }

  /**
   * The witnesses against a promise.
   *
   * @param design the design's name
   * @param promise its promise
   * @return one piece of evidence for each row in which the claim was broken
   */
  public List<Evidence> about(String design, Promise promise) {
    List<Evidence> found = new ArrayList<>();
    for (JmhRow row : rows) {
      if (row.design().equals(design)) {
        failures(row).stream()
            .filter(failure -> failure.claim() == promise.claim())
            .forEach(failure -> found.add(evidence(row, failure)));
      }
    }
    return found;
  }

  /**
   * All rows with failed operations.
   *
   * @return a sentence for each
   */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    for (JmhRow row : rows) {
      if (row.failures() > 0) {
        List<Failure> failures = failures(row);
        String what =
            failures.isEmpty()
                ? "operations failed, though none may"
                : String.join(", and ", failures.stream().map(FailedOperations::text).toList());
        sentences.add(row.row() + ": " + what);
      }
    }
    return sentences;
  }

  private static List<Failure> failures(JmhRow row) {
    List<Failure> failures = new ArrayList<>();
    if (count(row, FAILED) > 0) {
      Optional.ofNullable(FAILURES.get(row.benchmark())).ifPresent(failures::add);
    }
    if (count(row, REFUSED) > 0) {
      failures.add(refused());
    }
    return failures;
  }

  private static String text(Failure failure) {
    return failure.claim() + ": " + failure.what();
  }

  private Evidence evidence(JmhRow row, Failure failure) {
    String detail =
        String.format(Locale.ROOT, "%.0f a second: %s", Math.ceil(row.failures()), failure.what());
    return new Evidence(
        Tool.MEASUREMENT,
        row.row().toString(),
        RunStatus.RUN,
        "",
        Math.max(1, row.primary().forks().size()),
        List.of(new Witness(detail, 1)),
        detail,
        architecture);
  }

  private static double count(JmhRow row, String name) {
    return requireNonNullElse(row.score(name), 0.0);
  }
}
