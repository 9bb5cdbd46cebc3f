package org.ptstress.stress.fault;

import static java.util.Objects.requireNonNullElse;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ptstress.model.Claim;
import org.ptstress.run.cost.CountedClaims;
import org.ptstress.run.result.BrokenClaim;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.OutcomeCount;
import org.ptstress.run.result.RaceResult;
import org.ptstress.run.result.RunStatus;

/**
 * What one tool found in one scenario on one subject.
 *
 * @param subject the design or fault
 * @param scenario the scenario or check
 * @param broken the claims with a witness against them
 * @param failed whether it did not come to an end: it hung, died or was not tried
 * @param hung whether real threads did not come back in time; a search that was killed or died says
 *     nothing, because Lincheck may do so by itself
 * @param seconds how long it took
 * @param tries how many samples, interleavings or cases there are
 * @param witness what was seen, or why it did not come to an end
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
  /** How checks and races say it. */
  private static final String HUNG = "did not end ";

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
    boolean failed = !answer.problem().isEmpty();
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
