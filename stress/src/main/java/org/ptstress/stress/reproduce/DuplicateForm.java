package org.ptstress.stress.reproduce;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes an execution as a C program, in which a create stops between insertion and publication
 * while others wrap around to its id. A kernel stops there if the memory of the id blocks.
 */
final class DuplicateForm {
  private DuplicateForm() {}

  /** Whether an actor is preempted while its timer is in the table but not published. */
  static boolean applies(List<WitnessStep> steps) {
    return IntStream.range(1, steps.size())
        .filter(i -> steps.get(i - 1).actor() != steps.get(i).actor())
        .anyMatch(i -> isHalfBuilt(steps.subList(0, i), steps.subList(i, steps.size())));
  }

  private static boolean isHalfBuilt(List<WitnessStep> before, List<WitnessStep> after) {
    int actor = before.get(before.size() - 1).actor();
    return before.stream()
        .filter(step -> step.actor() == actor && step.isWrite())
        .filter(step -> step.location().startsWith("table.") && step.value().startsWith("KTimer#"))
        .anyMatch(
            insertion ->
                after.stream().anyMatch(step -> publishes(step, actor, insertion.value())));
  }

  private static boolean publishes(WitnessStep step, int actor, String timer) {
    return step.actor() == actor
        && step.isWrite()
        && step.location().equals(timer + ".signal")
        && step.value().startsWith("0x");
  }

  static String of(Counterexample found, Counterexample.Explored explored, String kernels) {
    return CSource.resource("duplicate.c")
        .replace("@CLAIM@", CSource.comment(found.claim() + ": " + found.claim().statement()))
        .replace("@KERNELS@", "Linux " + kernels)
        .replace("@SCENARIO@", explored.scenario().name())
        .replace("@DESCRIPTION@", CSource.comment(explored.scenario().description()))
        .replace("@NAME@", found.name());
  }
}
