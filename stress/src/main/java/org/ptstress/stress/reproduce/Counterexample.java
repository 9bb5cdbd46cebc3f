package org.ptstress.stress.reproduce;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.spec.Scenario;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.ExploredWitness;
import org.ptstress.stress.scenario.Scenarios;

/**
 * The counterexamples of the tools to a claim of a design.
 *
 * @param design the design
 * @param claim the claim
 * @param check the check that broke it, or null
 * @param interleaved the execution that broke it on sequentially consistent memory, or null
 * @param weak the execution that broke it on weak memory, or null
 */
record Counterexample(
    Design design,
    Claim claim,
    @Nullable CheckResult check,
    @Nullable Explored interleaved,
    @Nullable Explored weak) {
  /**
   * An execution.
   *
   * @param scenario what was explored
   * @param witness the execution
   */
  record Explored(Scenario scenario, ExploredWitness witness) {
    /** Whether only an execution with a stale read shows it. */
    boolean isOfWeakMemory() {
      return witness.bound().staleReads() > 0 && !Boolean.FALSE.equals(witness.weakMemory());
    }
  }

  /** The scenario of the check, if it is one of calls. */
  Optional<Scenario> script() {
    return check == null ? Optional.empty() : script(check);
  }

  /** The scenario of a check, if it is one of calls. */
  static Optional<Scenario> script(CheckResult check) {
    return Scenarios.of(Scenario.Mode.SCRIPT).stream()
        .filter(scenario -> scenario.name().equals(check.check()))
        .findFirst();
  }

  /** Prefers an execution that needs no weak memory. */
  @Nullable Explored explored() {
    return interleaved != null ? interleaved : weak;
  }

  boolean isFound() {
    return check != null || explored() != null;
  }

  /** The name, such as {@code RfcHashValidIds}; valid as the name of a class. */
  String name() {
    return design.name()
        + Arrays.stream(claim.name().split("_"))
            .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining());
  }

  /** What is broken, in a sentence. */
  String headline() {
    return design.name() + " breaks " + claim + ": " + claim.statement();
  }
}
