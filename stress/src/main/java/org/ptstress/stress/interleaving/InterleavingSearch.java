package org.ptstress.stress.interleaving;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.LinCheckerKt;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.kotlinx.lincheck.strategy.LincheckFailure;
import org.jetbrains.kotlinx.lincheck.strategy.ValidationFailure;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.verifier.EpsilonVerifier;
import org.jetbrains.lincheck.util.LoggingLevel;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.spec.Outcome;
import org.ptstress.model.spec.Scenario;
import org.ptstress.model.spec.ScenarioPlan;
import org.ptstress.model.spec.ScenarioRun;
import org.ptstress.run.result.BrokenClaim;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.RunStatus;

/**
 * Searches the interleavings of a scenario on a design: all with one context switch, then all with
 * two, up to a budget. When a claim breaks, the search starts again without it, so that one defect
 * does not hide another.
 *
 * <p>One search at a time in a JVM: Lincheck and its subject use static state.
 */
final class InterleavingSearch {
  /** The line between the interleaving and the far longer list of memory accesses. */
  private static final String DETAILS = "Detailed trace:";

  private InterleavingSearch() {}

  /**
   * Searches one scenario.
   *
   * @param design the design
   * @param scenario the scenario
   * @param ignored ignored claims
   * @param first the maximum of interleavings until the first claim breaks
   * @param budget the same for each further claim; 0 to stop at the first one
   * @param soFar receives each counterexample at once, because the rest of the search may hang
   * @return what was found
   */
  static InterleavingResult search(
      Design design,
      Scenario scenario,
      Set<Claim> ignored,
      int first,
      int budget,
      Consumer<InterleavingResult> soFar) {
    ScenarioPlan plan = new ScenarioPlan(scenario);
    TableConfig config = scenario.config(Scenario.Mode.INTERLEAVING);
    EnumSet<Claim> known = EnumSet.noneOf(Claim.class);
    known.addAll(ignored);
    List<BrokenClaim> broken = new ArrayList<>();
    long explored = 0;
    long start = System.nanoTime();
    String reason = rehearse(plan, design, config);
    RunStatus status = reason.isEmpty() ? RunStatus.RUN : RunStatus.NOT_RUN;
    while (status == RunStatus.RUN
        && !known.containsAll(scenario.claims())
        && (broken.isEmpty() || budget > 0)) {
      Setting.use(new Setting(plan, design, config, EnumSet.copyOf(known)));
      int asked = broken.isEmpty() ? first : budget;
      LincheckFailure failure =
          LinCheckerKt.checkImpl(
              options(scenario, asked).loopBound(Hangs.FIRST_BOUND), InterleavingSubject.class);
      long runs = Setting.runs();
      explored += runs;
      if (failure == null) {
        break;
      }
      Set<Claim> claims = claims(failure);
      String text = interleaving(failure);
      if (Hangs.isHang(failure)) {
        // Lincheck would stop at the same place again, so the rest cannot be searched.
        status = RunStatus.NOT_RUN;
        reason = "Lincheck reported " + Hangs.text(failure) + ", and cannot continue after it";
        boolean proved =
            Hangs.isProved(
                failure,
                asked,
                (interleavings, bound) ->
                    LinCheckerKt.checkImpl(
                        options(scenario, interleavings).loopBound(bound),
                        InterleavingSubject.class));
        if (proved) {
          claims.add(Claim.CALLS_END);
        }
        text = Hangs.shortened(text);
      } else if (claims.isEmpty()) {
        status = RunStatus.NOT_RUN;
        reason = "Lincheck reported " + failure.getClass().getSimpleName() + ": " + text;
      }
      claims.removeAll(known);
      String thrown = claims.contains(Claim.CALLS_END) ? Setting.thrown() : "";
      String message = message(failure) + (thrown.isEmpty() ? "" : ": " + thrown);
      for (Claim claim : claims) {
        broken.add(new BrokenClaim(claim, message, text));
      }
      known.addAll(claims);
      if (!claims.isEmpty()) {
        soFar.accept(result(design, scenario, status, reason, explored, start, broken));
      }
    }
    return result(design, scenario, status, reason, explored, start, broken);
  }

  private static InterleavingResult result(
      Design design,
      Scenario scenario,
      RunStatus status,
      String reason,
      long explored,
      long start,
      List<BrokenClaim> broken) {
    return new InterleavingResult(
        design.name(),
        scenario.name(),
        scenario.description(),
        scenario.claims(),
        status,
        reason,
        explored,
        (System.nanoTime() - start) / 1e9,
        broken);
  }

  /**
   * Runs the actors serially without Lincheck, which takes an exception of an actor for a result
   * and fails on one of the set-up. Returns the exception, or "".
   */
  private static String rehearse(ScenarioPlan plan, Design design, TableConfig config) {
    try {
      ScenarioRun run = new ScenarioRun(plan, design, config);
      for (int actor = 0; actor < plan.scenario().actors().size(); actor++) {
        run.act(actor);
      }
      run.aftermath();
      return "";
    } catch (RuntimeException | Error e) {
      return "it threw " + e;
    }
  }

  private static ModelCheckingOptions options(Scenario scenario, int budget) {
    List<List<Actor>> threads = new ArrayList<>();
    for (int i = 0; i < scenario.actors().size(); i++) {
      threads.add(List.of(operation("actor" + i)));
    }
    return new ModelCheckingOptions()
        .iterations(0)
        .invocationsPerIteration(budget)
        .threads(threads.size())
        .actorsBefore(0)
        .actorsAfter(0)
        .addCustomScenario(new ExecutionScenario(List.of(), threads, List.of(), operation("audit")))
        .verifier(EpsilonVerifier.class)
        .minimizeFailedScenario(false)
        .logLevel(LoggingLevel.OFF)
        // Code that is not under test is atomic, so that the budget is spent on the table.
        .addGuarantee(
            ManagedStrategyGuaranteeKt.forClasses("org.ptstress.model.kernel.TrackingRcu")
                .methods("readLock", "readUnlock", "call", "poll")
                .treatAsAtomic())
        .addGuarantee(
            ManagedStrategyGuaranteeKt.forClasses("org.ptstress.model.timer.TimerSlab")
                .methods("allocate", "free")
                .treatAsAtomic())
        // The outermost atomic step without a grace period. TimerSlab.free alone is not enough:
        // Lincheck 3.7 was seen to preempt a thread in it and then to hang, because another thread
        // waits for the slab's lock inside allocate, where no switch is allowed.
        .addGuarantee(
            ManagedStrategyGuaranteeKt.forClasses("org.ptstress.model.timer.KTimer")
                .methods("reclaim")
                .treatAsAtomic())
        .addGuarantee(
            ManagedStrategyGuaranteeKt.forClasses("org.ptstress.model.timer.Process")
                .methods(
                    "chargeSignal", "unchargeSignal", "enterSyscall", "leaveSyscall", "noteSearch")
                .treatAsAtomic())
        .addGuarantee(
            ManagedStrategyGuaranteeKt.forClasses(Setting.class.getName()).allMethods().ignore());
  }

  private static Actor operation(String name) {
    try {
      Method method = InterleavingSubject.class.getMethod(name);
      return new Actor(method, List.of(), false, false, false, false, false);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(
          "A scenario can have three actors; there is no " + name + ".", e);
    }
  }

  private static Set<Claim> claims(LincheckFailure failure) {
    EnumSet<Claim> claims = EnumSet.noneOf(Claim.class);
    if (failure instanceof ValidationFailure validation
        && validation.getException() instanceof AssertionError) {
      claims.addAll(Outcome.brokenClaims(message(failure)));
    }
    return claims;
  }

  private static String message(LincheckFailure failure) {
    if (failure instanceof ValidationFailure validation) {
      return String.valueOf(validation.getException().getMessage());
    } else if (Hangs.isHang(failure)) {
      return "A call does not return: " + Hangs.proof(failure) + ".";
    }
    return failure.toString();
  }

  private static String interleaving(LincheckFailure failure) {
    String text = failure.toString();
    int details = text.indexOf(DETAILS);
    return (details < 0 ? text : text.substring(0, details)).strip();
  }
}
