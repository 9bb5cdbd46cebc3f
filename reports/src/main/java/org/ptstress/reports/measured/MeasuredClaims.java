package org.ptstress.reports.measured;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.Expectation;
import org.ptstress.model.Promise;
import org.ptstress.reports.gate.Measurement;
import org.ptstress.stress.result.Evidence;
import org.ptstress.stress.result.RunStatus;
import org.ptstress.stress.result.Tool;
import org.ptstress.stress.result.Witness;

/**
 * Evidence from the find benchmark for the claims that only a measurement decides.
 *
 * <p>FLAT_LOOKUP: the cost of a find grows like timers^e; e is fitted between the smallest and the
 * largest population at one thread. A tree's e comes from its layers and from caches that get too
 * small, a chain's is close to 1; the border is 0.7. AS_GOOD_AS_BEFORE: the ratio to the yardstick
 * at every population and number of threads; the border is 10 % below it, and one row below it
 * breaks the claim.
 */
public final class MeasuredClaims {
  /** The claims that this class decides. */
  static final List<Claim> CLAIMS = List.of(Claim.FLAT_LOOKUP, Claim.AS_GOOD_AS_BEFORE);

  private static final String FIND = "FindBenchmark.find";
  private static final String TIMERS = "timers";
  private static final double STEEP = 0.7;
  private static final double WORSE = Math.log(0.9);

  private final List<Measurement> finds;
  private final String missing;

  /**
   * Takes the measurements of a run.
   *
   * @param measurements all rows; those of other benchmarks are not looked at
   */
  public MeasuredClaims(List<Measurement> measurements) {
    this(measurements, "it was not measured");
  }

  private MeasuredClaims(List<Measurement> measurements, String missing) {
    this.finds = measurements.stream().filter(row -> row.benchmark().endsWith(FIND)).toList();
    this.missing = missing;
  }

  /**
   * For a run without measurements.
   *
   * @param reason why there are none
   * @return what says so of each claim
   */
  public static MeasuredClaims notMeasured(String reason) {
    return new MeasuredClaims(List.of(), reason);
  }

  /**
   * What the measurements say about a promise.
   *
   * @param design the design
   * @param promise its promise
   * @return evidence; none if the claim does not apply, or is not one of {@link #CLAIMS}
   */
  public List<Evidence> about(Design design, Promise promise) {
    if (promise.expectation() == Expectation.DOES_NOT_APPLY || !CLAIMS.contains(promise.claim())) {
      return List.of();
    }
    return promise.claim() == Claim.FLAT_LOOKUP ? flatLookup(design) : asGoodAsBefore(design);
  }

  private List<Evidence> flatLookup(Design design) {
    List<Measurement> alone =
        finds.stream()
            .filter(row -> row.design().equals(design.name()) && row.threads() == 1)
            .sorted(Comparator.comparingLong(MeasuredClaims::timers))
            .toList();
    if (alone.isEmpty()) {
      return List.of(notRun("find", missing));
    }
    if (alone.size() < 2) {
      return List.of(notRun("find", "there are no finds in two populations"));
    }
    Measurement few = alone.get(0);
    Measurement many = alone.get(alone.size() - 1);
    if (few.forkMeans().size() < 2 || many.forkMeans().size() < 2) {
      return List.of(notRun("find", "one fork gives no interval"));
    }
    double growth = Math.log((double) timers(many) / timers(few));
    Bound exponent = Bound.ofLogRatio(few.forkMeans(), many.forkMeans()).dividedBy(growth);
    String detail =
        String.format(
            Locale.ROOT,
            "cost of a find ~ timers^%.2f (95 %% bounds %.2f to %.2f), %d to %d timers, one thread",
            exponent.estimate(),
            exponent.low(),
            exponent.high(),
            timers(few),
            timers(many));
    int forks = few.forkMeans().size() + many.forkMeans().size();
    return List.of(
        decide("find, growth", exponent.high() < STEEP, exponent.low() > STEEP, forks, detail));
  }

  private List<Evidence> asGoodAsBefore(Design design) {
    List<Evidence> evidence = new ArrayList<>();
    for (Measurement row : finds) {
      if (!row.design().equals(design.name())) {
        continue;
      }
      String name =
          String.format(Locale.ROOT, "find, %d timers, %d threads", timers(row), row.threads());
      Optional<Measurement> before =
          finds.stream()
              .filter(
                  other ->
                      other.design().equals(Designs.YARDSTICK)
                          && other.threads() == row.threads()
                          && other.otherParams().equals(row.otherParams()))
              .findFirst();
      if (before.isEmpty()) {
        evidence.add(notRun(name, "the run has no " + Designs.YARDSTICK + " to compare with"));
        continue;
      }
      if (row.forkMeans().size() < 2 || before.get().forkMeans().size() < 2) {
        evidence.add(notRun(name, "one fork gives no interval"));
        continue;
      }
      Bound ratio = Bound.ofLogRatio(row.forkMeans(), before.get().forkMeans());
      String detail =
          String.format(
              Locale.ROOT,
              "%.2f of %s's finds per second (95 %% bounds %.2f to %.2f)",
              Math.exp(ratio.estimate()),
              Designs.YARDSTICK,
              Math.exp(ratio.low()),
              Math.exp(ratio.high()));
      evidence.add(
          decide(name, ratio.low() > WORSE, ratio.high() < WORSE, row.forkMeans().size(), detail));
    }
    return evidence.isEmpty() ? List.of(notRun("find", missing)) : evidence;
  }

  private static Evidence decide(
      String scenario, boolean holds, boolean broken, int forks, String detail) {
    boolean decided = holds || broken;
    return evidence(
        scenario,
        decided ? RunStatus.RUN : RunStatus.NOT_RUN,
        decided ? "" : "the interval lies on both sides of the border: " + detail,
        broken,
        forks,
        detail);
  }

  private static Evidence notRun(String scenario, String reason) {
    return evidence(scenario, RunStatus.NOT_RUN, reason, false, 0, "");
  }

  private static Evidence evidence(
      String scenario, RunStatus status, String reason, boolean broken, int forks, String detail) {
    return new Evidence(
        Tool.MEASUREMENT,
        scenario,
        status,
        reason,
        false,
        broken,
        forks,
        broken ? List.of(new Witness(detail, 1)) : List.of(),
        detail,
        System.getProperty("os.arch"),
        null);
  }

  private static long timers(Measurement row) {
    return Long.parseLong(row.otherParams().getOrDefault(TIMERS, "0"));
  }
}
