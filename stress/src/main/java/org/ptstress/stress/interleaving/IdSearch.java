package org.ptstress.stress.interleaving;

import java.util.List;
import java.util.Objects;
import org.jetbrains.kotlinx.lincheck.LinCheckerKt;
import org.jetbrains.kotlinx.lincheck.strategy.IncorrectResultsFailure;
import org.jetbrains.kotlinx.lincheck.strategy.LincheckFailure;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.util.LoggingLevel;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.IdPolicy;
import org.ptstress.run.result.BrokenClaim;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.RunStatus;

/**
 * Searches for calls that no order of them explains: whether handing out ids is linearizable, for
 * designs whose policy leaves no choice. Lincheck makes up the calls of the threads itself.
 *
 * <p>It needs no scenario and no audit, so it finds what nobody thought of; but it sees ids only. A
 * whole create is not one step in any kernel (an id is taken before the timer can be found), so the
 * calls above the table are held against the oracle instead.
 */
final class IdSearch {
  static final String NAME = "IdAllocation";
  static final String DESCRIPTION =
      "Threads take ids and give them back, as Lincheck makes it up; some order must explain them.";
  static final List<Claim> CLAIMS = List.of(Claim.UNIQUE_IDS, Claim.EAGAIN_ONLY_WHEN_FULL);

  private static final int SCENARIOS = 3;

  /** Which design the next search is about; Lincheck makes the tables by itself. */
  private static @Nullable Design subject;

  private IdSearch() {}

  static Design subject() {
    return Objects.requireNonNull(subject, "no design was chosen");
  }

  /** Whether the design's policy says which id comes next. */
  static boolean applies(Design design) {
    return design.idPolicy() != IdPolicy.NEXT;
  }

  static InterleavingResult search(Design design, int budget) {
    subject = design;
    long start = System.nanoTime();
    LincheckFailure failure =
        LinCheckerKt.checkImpl(
            new ModelCheckingOptions()
                .iterations(SCENARIOS)
                .invocationsPerIteration(budget)
                .threads(2)
                .actorsPerThread(3)
                .actorsBefore(1)
                .actorsAfter(0)
                .sequentialSpecification(IdSpecification.class)
                .minimizeFailedScenario(true)
                .logLevel(LoggingLevel.OFF),
            IdTable.class);
    boolean wrong = failure instanceof IncorrectResultsFailure;
    String text = failure == null ? "" : failure.toString();
    return new InterleavingResult(
        design.name(),
        NAME,
        DESCRIPTION,
        CLAIMS,
        failure == null || wrong ? RunStatus.RUN : RunStatus.NOT_RUN,
        failure == null || wrong ? "" : "Lincheck reported " + text,
        (long) SCENARIOS * budget,
        (System.nanoTime() - start) / 1e9,
        wrong
            ? List.of(
                new BrokenClaim(
                    Claim.UNIQUE_IDS, "No order of the calls explains their results.", text))
            : List.of());
  }
}
