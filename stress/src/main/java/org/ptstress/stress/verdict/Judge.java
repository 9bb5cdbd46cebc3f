package org.ptstress.stress.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.ptstress.model.Claim;
import org.ptstress.model.Expectation;
import org.ptstress.model.Promise;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Tool;
import org.ptstress.run.result.Verdict;
import org.ptstress.run.result.VerdictRow;
import org.ptstress.run.result.Witness;
import org.ptstress.run.unit.UnitSelection;

/**
 * Turns a promise and its evidence into a verdict.
 *
 * <p>HOLDS is confirmed by samples without a witness, BROKEN by a witness, and DOES_NOT_APPLY by
 * the design's structure. A promised bug is checked as strictly as promised correctness: samples
 * without a witness contradict it. Missing evidence never confirms: the verdict is NOT_RUN, unless
 * the machine has too few CPUs for that evidence and other evidence for the claim did run. Races
 * and Lincheck searches that a deadline cut off do not prevent a confirmation if the explorer
 * covered the same scenario; the reason says how many were cut off and how far the explorer came.
 * An exploration that did not exhaust one preemption is missing, too, unless it has a witness: it
 * may have seen its actors one after the other only.
 *
 * <p>BROKEN_ON_WEAK_MEMORY is confirmed by an execution with stale reads, or by a race on the
 * machine's memory. Only the explorer can contradict it by finding no witness; any tool that
 * assumes sequential consistency can by finding one. A race without a witness says nothing about
 * it.
 */
public final class Judge {
  private static final Bound ONE_PREEMPTION = new Bound(1, 0);

  private Judge() {}

  /**
   * The verdict on one promise.
   *
   * @param design the design's name
   * @param promise what it promises
   * @param evidence everything that a run found about it
   * @return the verdict with its reason
   */
  public static VerdictRow judge(String design, Promise promise, List<Evidence> evidence) {
    Claim claim = promise.claim();
    Expectation expectation = promise.expectation();
    List<Evidence> ran =
        evidence.stream()
            .filter(item -> item.status() == RunStatus.RUN && item.samples() > 0)
            .filter(item -> !isShallow(item))
            .toList();
    List<Evidence> missing = evidence.stream().filter(item -> !ran.contains(item)).toList();
    boolean broken = ran.stream().anyMatch(Evidence::broken);
    boolean onWeakMemory = expectation == Expectation.BROKEN_ON_WEAK_MEMORY;
    List<Evidence> elsewhere = onWeakMemory ? withoutStaleReads(ran) : List.of();
    boolean complete =
        ran.stream().anyMatch(item -> !onWeakMemory || item.tool() == Tool.EXPLORATION)
            && missing.stream()
                .allMatch(
                    item ->
                        item.tooFewCpus()
                            || (expectation == Expectation.HOLDS && isCutOff(item, ran)));
    Verdict verdict;
    String reason;
    if (!elsewhere.isEmpty()) {
      verdict = Verdict.CONTRADICTED;
      reason = "It breaks without weak memory, too: " + witness(elsewhere) + ".";
    } else if (expectation.isBroken() && broken) {
      // A witness decides, whatever else did not run.
      verdict = Verdict.CONFIRMED;
      reason = promise.reason();
    } else if (broken) {
      verdict = Verdict.CONTRADICTED;
      reason = "A witness was seen: " + witness(ran) + ".";
    } else if (!complete) {
      verdict = Verdict.NOT_RUN;
      reason =
          !missing.isEmpty()
              ? missingReason(missing, ran)
              : onWeakMemory && !ran.isEmpty()
                  ? "No exploration of weak memory ran."
                  : "No scenario, check or count decides this claim.";
    } else if (expectation.isBroken()) {
      verdict = Verdict.CONTRADICTED;
      reason = "The known defect was not seen in " + samples(ran) + ".";
    } else {
      verdict = Verdict.CONFIRMED;
      reason =
          expectation == Expectation.HOLDS
              ? ("No witness in " + samples(ran) + ". " + cutOff(missing, ran) + promise.reason())
                  .strip()
              : promise.reason();
    }
    return new VerdictRow(design, claim, expectation, verdict, reason, evidence);
  }

  /**
   * Whether a second opinion ran out of time on a claim that was explored: in the same scenario or,
   * for calls that Lincheck generates, in any scenario about the claim.
   */
  private static boolean isCutOff(Evidence item, List<Evidence> ran) {
    if (!item.reason().equals(Deadline.OUT_OF_TIME)) {
      return false;
    }
    List<Evidence> explored =
        ran.stream().filter(other -> other.tool() == Tool.EXPLORATION).toList();
    List<Evidence> same =
        explored.stream().filter(other -> other.scenario().equals(item.scenario())).toList();
    return switch (item.tool()) {
      case RACE -> same.stream().anyMatch(Judge::isThorough);
      case INTERLEAVING -> (same.isEmpty() ? explored : same).stream().anyMatch(Judge::isThorough);
      default -> false;
    };
  }

  /** Whether an actor was preempted at every step; a lesser look stands for no race. */
  private static boolean isThorough(Evidence explored) {
    Bound exhausted = explored.exhausted();
    return exhausted != null && exhausted.covers(ONE_PREEMPTION);
  }

  /** Whether an exploration shows nothing, because its actors may hardly have met. */
  private static boolean isShallow(Evidence item) {
    return item.tool() == Tool.EXPLORATION && !item.broken() && !isThorough(item);
  }

  private static String cutOff(List<Evidence> missing, List<Evidence> ran) {
    long count = missing.stream().filter(item -> isCutOff(item, ran)).count();
    return count == 0
        ? ""
        : String.format(Locale.ROOT, "Out of time: races and searches (%d). ", count);
  }

  /** Witnesses in which every load returned the newest value. */
  private static List<Evidence> withoutStaleReads(List<Evidence> ran) {
    return ran.stream()
        .filter(Evidence::broken)
        .filter(
            item ->
                switch (item.tool()) {
                  case EXPLORATION ->
                      item.witnesses().stream().anyMatch(Witness::needsNoWeakMemory);
                  case RACE -> false;
                  default -> true;
                })
        .toList();
  }

  private static String witness(List<Evidence> ran) {
    Evidence first = ran.stream().filter(Evidence::broken).findFirst().orElseThrow();
    return first.witnesses().isEmpty()
        ? first.scenario()
        : first.scenario() + ": " + first.witnesses().get(0).text();
  }

  private static String missingReason(List<Evidence> missing, List<Evidence> ran) {
    // An excuse excuses only itself: a reason that can be acted on goes first.
    Evidence first =
        missing.stream()
            .filter(item -> !item.tooFewCpus() && !isCutOff(item, ran))
            .min(Comparator.comparing(UnitSelection::isElsewhere))
            .or(() -> missing.stream().filter(item -> !item.tooFewCpus()).findFirst())
            .orElse(missing.get(0));
    if (first.status() == RunStatus.RUN && first.samples() > 0) {
      return String.format(
          Locale.ROOT,
          "%s was explored in %,d executions, and not in all with one preemption; give it more time"
              + " (judge --limit) or take a longer profile (run --profile).",
          first.scenario(),
          first.samples());
    }
    String why = first.reason().isBlank() ? "it gave no samples" : first.reason();
    return first.scenario() + " did not run: " + why;
  }

  /**
   * Describes the extent of the evidence.
   *
   * @param ran evidence that ran
   * @return its samples by tool; "" without any
   */
  public static String samples(List<Evidence> ran) {
    StringBuilder text = new StringBuilder();
    add(text, ran, Tool.RACE, "samples of races");
    add(text, ran, Tool.INTERLEAVING, "interleavings");
    add(text, ran, Tool.EXPLORATION, "explored executions");
    add(text, ran, Tool.CHECK, "cases of checks");
    add(text, ran, Tool.ACCESS, "recorded operations");
    add(text, ran, Tool.MEASUREMENT, "forks of measurements");
    add(text, ran, Tool.KERNEL, "rounds on the running kernel");
    return text.toString();
  }

  private static void add(StringBuilder text, List<Evidence> ran, Tool tool, String unit) {
    long samples =
        ran.stream().filter(item -> item.tool() == tool).mapToLong(Evidence::samples).sum();
    if (samples > 0) {
      text.append(text.isEmpty() ? "" : ", ")
          .append(String.format(Locale.ROOT, "%,d %s", samples, unit));
    }
  }
}
