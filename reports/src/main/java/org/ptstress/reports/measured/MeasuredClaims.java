package org.ptstress.reports.measured;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.Set;
import org.ptstress.bench.FailedRow;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.Expectation;
import org.ptstress.model.Promise;
import org.ptstress.reports.gate.Interval;
import org.ptstress.reports.gate.LogRatios;
import org.ptstress.run.folder.JmhFile;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.JmhRow;
import org.ptstress.run.result.Row;
import org.ptstress.run.result.RunStatus;

/**
 * Evidence from the find benchmark for the claims that only a measurement decides.
 *
 * <p>FLAT_LOOKUP: the cost of a find grows like timers^e; e is fitted between the smallest and the
 * largest population at one thread. A tree's e comes from its layers and from caches that get too
 * small, a chain's is close to 1; the border is 0.7. AS_GOOD_AS_BEFORE: the ratio to the yardstick
 * with the fewest timers at every number of threads, and with the most at one: what runs of every
 * size measure. A row breaks the claim if its interval lies below 0.9; it keeps the claim if it
 * does not, in a measurement that would have shown a loss of 40 %: its interval lies above 0.6. One
 * row that breaks the claim is enough, and beyond doubt if its interval still lies below 0.6 when
 * it was measured again.
 */
public final class MeasuredClaims {
  /** The claims that this class decides. */
  static final List<Claim> CLAIMS = List.of(Claim.FLAT_LOOKUP, Claim.AS_GOOD_AS_BEFORE);

  private static final String FIND = "FindBenchmark.find";
  private static final double STEEP = 0.7;
  private static final double WORSE = Math.log(0.9);
  private static final double MUCH_WORSE = Math.log(0.6);

  /**
   * Fewer forks of a row show nothing beyond doubt: a neighbour can slow a CPU for longer than two
   * take. With this many a row was measured twice, there and back.
   */
  private static final int WITHOUT_DOUBT = 4;

  private final List<JmhRow> finds;
  private final LogRatios ratios;
  private final String missing;
  private final List<FailedRow> failed;

  /** All rows of a run; those of other benchmarks are not looked at. */
  MeasuredClaims(List<JmhRow> rows) {
    this(rows, "it was not measured", List.of());
  }

  private MeasuredClaims(List<JmhRow> rows, String missing, List<FailedRow> failed) {
    this.finds = rows.stream().filter(row -> row.benchmark().equals(FIND)).toList();
    this.ratios = new LogRatios(finds);
    this.missing = missing;
    this.failed =
        failed.stream().filter(failure -> failure.row().shortName().equals(FIND)).toList();
  }

  /**
   * The same of a run in which rows failed. What they would have decided is not decided, whatever
   * the others show.
   *
   * @param rows the rows that failed
   * @return what the run says
   */
  public MeasuredClaims without(List<FailedRow> rows) {
    return new MeasuredClaims(finds, missing, rows);
  }

  /**
   * Reads the measurements of a run on this machine. Where threads take turns on its CPUs the
   * kernel decides more than the design, so such rows are left out.
   *
   * @param jmh the results in JMH's JSON format
   * @return what they say
   * @throws IOException if the file cannot be read
   */
  public static MeasuredClaims of(Path jmh) throws IOException {
    return of(jmh, Runtime.getRuntime().availableProcessors());
  }

  /**
   * The same of a run on any machine.
   *
   * @param jmh the results in JMH's JSON format
   * @param cpus how many CPUs the machine has
   * @return what they say
   * @throws IOException if the file cannot be read
   */
  public static MeasuredClaims of(Path jmh, int cpus) throws IOException {
    return new MeasuredClaims(
        JmhFile.read(jmh).stream().filter(row -> row.threads() <= cpus).toList());
  }

  /**
   * For a run without measurements.
   *
   * @param reason why there are none
   * @return what says so of each claim
   */
  public static MeasuredClaims notMeasured(String reason) {
    return new MeasuredClaims(List.of(), reason, List.of());
  }

  /**
   * What the measurements say about a promise.
   *
   * @param design the design's name
   * @param promise its promise
   * @return evidence; none if the claim does not apply, or is not one of {@link #CLAIMS}
   */
  public List<Evidence> about(String design, Promise promise) {
    return answers(design, promise).stream().map(Answer::evidence).toList();
  }

  /**
   * Which measurements have to be repeated before a promise can be judged: those that decide
   * nothing as they are, and those that would contradict it, unless one does so beyond doubt.
   *
   * @param design the design
   * @param promise its promise
   * @return the two rows of each comparison; empty if the promise is confirmed, contradicted beyond
   *     doubt, or cannot be measured
   */
  public Set<JmhRow> lacking(Design design, Promise promise) {
    List<Answer> answers = answers(design.name(), promise);
    boolean asPromised = promise.expectation() == Expectation.BROKEN;
    Set<JmhRow> rows = new LinkedHashSet<>();
    if (answers.stream()
        .anyMatch(answer -> answer.evidence().broken() && (asPromised || answer.beyondDoubt()))) {
      return rows;
    }
    for (Answer answer : answers) {
      boolean decided = answer.evidence().status() == RunStatus.RUN;
      if (!decided || answer.evidence().broken() != asPromised) {
        rows.addAll(answer.rows());
      }
    }
    return rows;
  }

  private List<Answer> answers(String design, Promise promise) {
    if (promise.expectation() == Expectation.DOES_NOT_APPLY || !CLAIMS.contains(promise.claim())) {
      return List.of();
    }
    boolean flat = promise.claim() == Claim.FLAT_LOOKUP;
    List<Answer> missed =
        failed.stream()
            .filter(failure -> failure.row().design().equals(design))
            .filter(failure -> failure.row().threads() == 1 || !flat)
            .map(MeasuredClaims::failed)
            .toList();
    List<Answer> answers = new ArrayList<>(missed);
    if (missed.isEmpty() || !flat) {
      answers.addAll(flat ? List.of(flatLookup(design)) : asGoodAsBefore(design));
    }
    return answers;
  }

  private static Answer failed(FailedRow failure) {
    Row row = failure.row();
    return Answer.none(
        String.format(Locale.ROOT, "find, %d timers, %d threads", row.timers(), row.threads()),
        failure.reason());
  }

  private Answer flatLookup(String design) {
    List<JmhRow> alone =
        finds.stream()
            .filter(row -> row.design().equals(design) && row.threads() == 1)
            .sorted(Comparator.comparingLong(row -> row.row().timers()))
            .toList();
    if (alone.isEmpty()) {
      return Answer.none("find", missing);
    }
    if (alone.size() < 2) {
      return Answer.none("find", "there are no finds in two populations");
    }
    JmhRow few = alone.get(0);
    JmhRow many = alone.get(alone.size() - 1);
    if (few.speeds().size() < 2 || many.speeds().size() < 2) {
      return Answer.tooFewForks("find", few, many);
    }
    double growth = Math.log((double) many.row().timers() / few.row().timers());
    Interval cost = ratios.of(few, many);
    String detail =
        String.format(
            Locale.ROOT,
            "cost of a find ~ timers^%.2f (97.5 %% bounds %.2f to %.2f), %d to %d timers, one thread",
            cost.effect() / growth,
            cost.low() / growth,
            cost.high() / growth,
            few.row().timers(),
            many.row().timers());
    return Answer.of(
        "find, growth",
        cost.high() < STEEP * growth,
        cost.low() > STEEP * growth,
        few.speeds().size() + many.speeds().size(),
        detail,
        List.of(few, many));
  }

  private List<Answer> asGoodAsBefore(String design) {
    List<JmhRow> rows = finds.stream().filter(row -> row.design().equals(design)).toList();
    LongSummaryStatistics populations =
        rows.stream().mapToLong(row -> row.row().timers()).summaryStatistics();
    List<Answer> answers =
        rows.stream()
            .filter(
                row ->
                    row.row().timers() == populations.getMin()
                        || (row.row().timers() == populations.getMax() && row.threads() == 1))
            .map(this::asGoodAsBefore)
            .toList();
    return answers.isEmpty() ? List.of(Answer.none("find", missing)) : answers;
  }

  private Answer asGoodAsBefore(JmhRow row) {
    String name =
        String.format(
            Locale.ROOT, "find, %d timers, %d threads", row.row().timers(), row.threads());
    Optional<JmhRow> before =
        finds.stream()
            .filter(other -> other.row().equals(row.row().withDesign(Designs.YARDSTICK)))
            .findFirst();
    if (before.isEmpty()) {
      return Answer.none(name, "the run has no " + Designs.YARDSTICK + " to compare with");
    }
    if (row.speeds().size() < 2 || before.get().speeds().size() < 2) {
      return Answer.tooFewForks(name, row, before.get());
    }
    Interval ratio = ratios.of(row, before.get());
    String detail =
        String.format(
            Locale.ROOT,
            "%.2f of %s's finds per second (97.5 %% bounds %.2f to %.2f)",
            Math.exp(ratio.effect()),
            Designs.YARDSTICK,
            Math.exp(ratio.low()),
            Math.exp(ratio.high()));
    return Answer.of(
            name,
            ratio.low() > MUCH_WORSE && ratio.high() >= WORSE,
            ratio.high() < WORSE,
            row.speeds().size(),
            detail,
            List.of(row, before.get()))
        .provenIf(
            ratio.high() < MUCH_WORSE
                && row.speeds().size() >= WITHOUT_DOUBT
                && before.get().speeds().size() >= WITHOUT_DOUBT);
  }
}
