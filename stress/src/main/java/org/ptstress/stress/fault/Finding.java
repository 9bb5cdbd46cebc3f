package org.ptstress.stress.fault;

import static java.util.Objects.requireNonNullElse;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ptstress.model.Claim;
import org.ptstress.model.fault.Fault;
import org.ptstress.run.cost.CostChange;
import org.ptstress.run.cost.CostChange.Effect;
import org.ptstress.run.cost.CostComparison;
import org.ptstress.run.cost.CountedClaims;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.result.BrokenClaim;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.ExploredWitness;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.OutcomeCount;
import org.ptstress.run.result.RaceResult;
import org.ptstress.run.result.RunStatus;

/**
 * The finding of one tool in one scenario on one subject.
 *
 * @param subject the design or fault
 * @param scenario the scenario or check
 * @param broken the claims with a witness against them
 * @param failed whether it did not finish: it hung, died or was not tried
 * @param hung whether real threads timed out; a killed or dead search does not count, because
 *     Lincheck may cause that itself
 * @param seconds how long it took
 * @param tries how many samples, interleavings or cases there are
 * @param witness what was seen, or why it did not finish
 */
record Finding(
    String subject,
    String scenario,
    Set<Claim> broken,
    boolean failed,
    boolean hung,
    double seconds,
    long tries,
    String witness) {
  /** The prefix by which checks and races report a hang. */
  private static final String HUNG = "did not end ";

  private static final String COMPARED = "counts";

  static Finding of(CheckResult row) {
    boolean failed = row.status() == RunStatus.NOT_RUN;
    return new Finding(
        row.design(),
        row.check(),
        failed || row.held() ? Set.of() : Set.of(row.claim()),
        failed,
        failed && row.reason().contains(HUNG),
        requireNonNullElse(row.seconds(), 0.0),
        row.samples(),
        failed ? row.reason() : row.detail());
  }

  static Finding of(String subject, Claim claim, CountedClaims.Answer answer) {
    boolean failed = !answer.broken() && answer.extent() != DesignCosts.Extent.WHOLE;
    return new Finding(
        subject,
        claim.name(),
        answer.broken() ? Set.of(claim) : Set.of(),
        failed,
        false,
        0,
        answer.samples(),
        failed ? answer.problem() : answer.detail());
  }

  /** The findings of an exact comparison with the good design; empty for that design itself. */
  static List<Finding> compared(Fault fault, List<DesignCosts> all) {
    CostComparison comparison =
        CostComparison.of(costs(fault.base().name(), all), costs(fault.name(), all));
    boolean failed = !comparison.problems().isEmpty();
    String witness =
        Stream.concat(
                comparison.problems().stream(),
                comparison.changes().stream()
                    .filter(change -> change.effect() == Effect.REGRESSED)
                    .map(CostChange::text))
            .findFirst()
            .orElse("");
    return List.of(
        new Finding(fault.base().name(), COMPARED, Set.of(), false, false, 0, 1, ""),
        new Finding(
            fault.name(),
            COMPARED,
            comparison.hasRegressed() ? Set.of(fault.claim()) : Set.of(),
            failed,
            false,
            0,
            comparison.compared(),
            witness));
  }

  private static DesignCosts costs(String design, List<DesignCosts> all) {
    return all.stream()
        .filter(costs -> costs.design().equals(design))
        .findFirst()
        .orElseGet(() -> DesignCosts.none(design, "nothing was recorded"));
  }

  static Finding of(InterleavingResult row) {
    List<BrokenClaim> broken = row.broken();
    return new Finding(
        row.design(),
        row.scenario(),
        claims(broken.stream().map(BrokenClaim::claim).toList()),
        row.status() == RunStatus.NOT_RUN,
        false,
        row.seconds(),
        row.explored(),
        broken.isEmpty() ? firstLine(row.reason()) : broken.get(0).message());
  }

  static Finding of(ExplorationResult row) {
    List<ExploredWitness> broken = row.broken();
    return new Finding(
        row.design(),
        row.scenario(),
        claims(broken.stream().map(ExploredWitness::claim).toList()),
        row.status() == RunStatus.NOT_RUN,
        false,
        row.seconds(),
        row.executions(),
        broken.isEmpty() ? row.reason() : broken.get(0).text());
  }

  static Finding of(RaceResult row) {
    List<OutcomeCount> broken =
        row.outcomes().stream()
            .filter(outcome -> outcome.count() > 0 && !outcome.breaks().isEmpty())
            .toList();
    return new Finding(
        row.design(),
        row.scenario(),
        claims(broken.stream().flatMap(outcome -> outcome.breaks().stream()).toList()),
        row.status() == RunStatus.NOT_RUN && !row.tooFewCpus(),
        row.status() == RunStatus.NOT_RUN && row.reason().contains(HUNG),
        requireNonNullElse(row.seconds(), 0.0),
        row.samples(),
        broken.isEmpty()
            ? row.reason()
            : broken.get(0).outcome() + " (" + broken.get(0).count() + " times)");
  }

  private static Set<Claim> claims(List<Claim> claims) {
    Set<Claim> set = EnumSet.noneOf(Claim.class);
    set.addAll(claims);
    return set;
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
