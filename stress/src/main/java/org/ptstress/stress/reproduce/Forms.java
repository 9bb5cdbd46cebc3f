package org.ptstress.stress.reproduce;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.ptstress.model.spec.Scenario;
import org.ptstress.run.cost.CountedClaims;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.ExploredWitness;
import org.ptstress.stress.kernel.EraDefect;
import org.ptstress.stress.kernel.KernelEra;

/** Writes a counterexample in a form, or gives the reason why that is impossible. */
final class Forms {
  private final Counterexample found;
  private final String notRun;
  private final Steps steps;

  /**
   * Creates a writer.
   *
   * @param found what the tools found, if anything
   * @param notRun why tools that might have found more did not run, a sentence, or ""
   * @param steps replays the execution, if a form needs its steps
   */
  Forms(Counterexample found, String notRun, Steps steps) {
    this.found = found;
    this.notRun = notRun;
    this.steps = steps;
  }

  /** Replays an execution. */
  @FunctionalInterface
  interface Steps {
    List<WitnessStep> of(Counterexample.Explored explored) throws IOException, InterruptedException;
  }

  Reproduction as(Form form) throws IOException, InterruptedException {
    return switch (form) {
      case C -> inC();
      case JCSTRESS -> jcstress();
      case LITMUS -> litmus();
      case SCRIPT -> script();
    };
  }

  private Reproduction inC() throws IOException, InterruptedException {
    Optional<EraDefect> defect = EraDefect.of(found.design(), found.claim());
    if (!found.isFound() && defect.isPresent()) {
      return Reproduction.of(Form.C, found, EraForm.of(found, defect.get(), defect.get().script()));
    }
    String kernels = KernelEra.kernelsOf(found.design().name());
    Counterexample.Explored explored = found.explored();
    if (kernels.isEmpty()) {
      return impossible(Form.C, found, "No kernel has the table of " + found.design().name() + ".");
    }
    if (!found.isFound()) {
      return impossible(Form.C, found, none());
    }
    if (explored != null && explored.isOfWeakMemory()) {
      return impossible(
          Form.C,
          found,
          "It needs a stale read between two steps of a call, which no program in"
              + " user space can force; the litmus test shows it.");
    }
    if (explored != null && DuplicateForm.applies(steps.of(explored))) {
      return Reproduction.of(Form.C, found, DuplicateForm.of(found, explored, kernels));
    }
    return impossible(
        Form.C,
        found,
        "It needs ids of a few bits, or a thread stopped between two steps of a"
            + " call, where no program in user space can stop it.");
  }

  private Reproduction jcstress() {
    Optional<Scenario> script = found.script();
    if (script.isPresent()) {
      return Reproduction.of(
          Form.JCSTRESS, found, JcstressForm.ofScript(found, script.get(), detail()));
    }
    Counterexample.Explored explored = found.explored();
    if (explored == null) {
      return impossible(Form.JCSTRESS, found, withoutCalls());
    }
    if (explored.scenario().isOfProgress()) {
      return impossible(
          Form.JCSTRESS,
          found,
          "It needs an actor that is stalled forever, which jcstress cannot"
              + " express; the script shows it.");
    }
    return Reproduction.of(Form.JCSTRESS, found, JcstressForm.ofExecution(found, explored));
  }

  private Reproduction litmus() throws IOException, InterruptedException {
    Counterexample.Explored weak = found.weak();
    if (weak != null) {
      return Reproduction.of(Form.LITMUS, found, LitmusForm.of(found, weak, steps.of(weak)));
    }
    boolean isOfCalls = found.interleaved() != null || found.script().isPresent();
    return impossible(Form.LITMUS, found, isOfCalls ? withoutOrders() : withoutCalls());
  }

  private Reproduction script() {
    Optional<Scenario> script = found.script();
    if (script.isPresent()) {
      return Reproduction.of(
          Form.SCRIPT, found, ScriptForm.of(found, script.get(), detail(), null));
    }
    Counterexample.Explored explored = found.explored();
    if (explored == null) {
      return impossible(Form.SCRIPT, found, withoutCalls());
    }
    ExploredWitness witness = explored.witness();
    return Reproduction.of(
        Form.SCRIPT,
        found,
        ScriptForm.of(found, explored.scenario(), witness.message(), witness.trace()));
  }

  private String detail() {
    CheckResult check = found.check();
    return check == null ? "" : check.detail();
  }

  private static Reproduction impossible(Form form, Counterexample found, String reason) {
    return Reproduction.impossible(form, found, reason);
  }

  private String withoutOrders() {
    return "Its counterexample has no stale read, so it does not depend on memory"
        + " orders; the script shows it."
        + more();
  }

  /** Why a script of calls would show nothing. */
  private String withoutCalls() {
    CheckResult check = found.check();
    if (check != null) {
      return "A count shows it, not a call: " + check.detail();
    }
    return CountedClaims.decides(found.claim())
        ? "Counts of accesses show it, not a call; \"ptstress conflicts\" prints them."
        : none();
  }

  private String none() {
    return "No tool found " + found.design().name() + " to break " + found.claim() + "." + more();
  }

  private String more() {
    return notRun.isEmpty() ? "" : " " + notRun;
  }
}
