package org.ptstress.stress.interleaving;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.LinCheckerKt;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionResult;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.kotlinx.lincheck.strategy.IncorrectResultsFailure;
import org.jetbrains.kotlinx.lincheck.strategy.LincheckFailure;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
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
 * Tests whether id allocation is linearizable, for designs with a deterministic id policy. Lincheck
 * generates the calls of the threads.
 *
 * <p>It needs no scenario and no audit, so it finds unforeseen faults, but in ids only. A whole
 * create is not atomic in any kernel (an id is taken before the timer can be found), so the calls
 * above the table are compared with the oracle instead.
 */
final class IdSearch {
  static final String NAME = "IdAllocation";
  static final String DESCRIPTION =
      "Threads allocate and free ids in calls that Lincheck generates; their"
          + " results must be linearizable.";
  static final List<Claim> CLAIMS =
      List.of(Claim.UNIQUE_IDS, Claim.EAGAIN_ONLY_WHEN_FULL, Claim.CALLS_END);

  private static final int SCENARIOS = 3;

  /** The design of the next search; static, because Lincheck creates the tables itself. */
  private static @Nullable Design subject;

  /** Counts the runs, because Lincheck does not report the number of interleavings. */
  private static final AtomicLong RUNS = new AtomicLong();

  /** The last exception of a call. */
  private static volatile String thrown = "";

  private IdSearch() {}

  static void noteRun() {
    RUNS.incrementAndGet();
  }

  static void noteThrown(RuntimeException e) {
    thrown = e.toString();
  }

  static Design subject() {
    return Objects.requireNonNull(subject, "no design was chosen");
  }

  /** Whether the id policy is deterministic and atomic. */
  static boolean applies(Design design) {
    return design.idPolicy() == IdPolicy.LOWEST_FREE || design.idPolicy() == IdPolicy.CYCLIC;
  }

  static InterleavingResult search(Design design, int budget) {
    subject = design;
    RUNS.set(0);
    thrown = "";
    long start = System.nanoTime();
    LincheckFailure failure =
        LinCheckerKt.checkImpl(options(budget).loopBound(Hangs.FIRST_BOUND), IdTable.class);
    String text = failure == null ? "" : failure.toString();
    Set<Claim> broken = failure == null ? Set.of() : broken(failure, budget);
    return new InterleavingResult(
        design.name(),
        NAME,
        DESCRIPTION,
        CLAIMS,
        failure == null || !broken.isEmpty() ? RunStatus.RUN : RunStatus.NOT_RUN,
        failure == null || !broken.isEmpty() ? "" : "Lincheck reported " + text,
        RUNS.get(),
        (System.nanoTime() - start) / 1e9,
        broken.stream()
            .map(claim -> new BrokenClaim(claim, message(claim), Hangs.shortened(text)))
            .toList());
  }

  private static String message(Claim claim) {
    return claim == Claim.CALLS_END
        ? "A call does not return a result: " + (thrown.isEmpty() ? "it hangs" : thrown) + "."
        : "The results are not linearizable: no order of the calls explains them.";
  }

  private static Set<Claim> broken(LincheckFailure failure, int budget) {
    if (Hangs.isHang(failure)) {
      return Hangs.isProved(
              failure,
              budget,
              (interleavings, bound) ->
                  LinCheckerKt.checkImpl(options(interleavings).loopBound(bound), IdTable.class))
          ? Set.of(Claim.CALLS_END)
          : Set.of();
    }
    if (!(failure instanceof IncorrectResultsFailure)) {
      return Set.of();
    }
    ExecutionScenario scenario = failure.getScenario();
    ExecutionResult results = failure.getResults();
    List<List<IdBlame.IdCall>> threads = new ArrayList<>();
    for (int i = 0; i < scenario.getParallelExecution().size(); i++) {
      threads.add(
          calls(
              scenario.getParallelExecution().get(i),
              results.getParallelResultsWithClock().get(i).stream()
                  .map(result -> String.valueOf(result.getResult()))
                  .toList()));
    }
    while (threads.size() < 2) {
      threads.add(List.of());
    }
    return new IdBlame(1 << IdTable.ID_BITS)
        .claims(
            calls(
                scenario.getInitExecution(),
                results.getInitResults().stream().map(String::valueOf).toList()),
            threads);
  }

  private static List<IdBlame.IdCall> calls(List<Actor> actors, List<String> results) {
    List<IdBlame.IdCall> calls = new ArrayList<>();
    for (int i = 0; i < actors.size(); i++) {
      calls.add(
          new IdBlame.IdCall(
              actors.get(i).getMethod().getName().equals("take"),
              Integer.parseInt(results.get(i))));
    }
    return calls;
  }

  private static ModelCheckingOptions options(int budget) {
    return new ModelCheckingOptions()
        .iterations(SCENARIOS)
        .invocationsPerIteration(budget)
        .threads(2)
        .actorsPerThread(3)
        .actorsBefore(1)
        .actorsAfter(0)
        .sequentialSpecification(IdSpecification.class)
        .minimizeFailedScenario(true)
        .logLevel(LoggingLevel.OFF)
        .addGuarantee(
            ManagedStrategyGuaranteeKt.forClasses(IdSearch.class.getName()).allMethods().ignore());
  }
}
