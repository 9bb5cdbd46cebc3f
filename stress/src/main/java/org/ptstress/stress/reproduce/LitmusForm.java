package org.ptstress.stress.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ptstress.run.result.Bound;

/**
 * Writes a witness of weak memory as a litmus test for herd7 with the model of the Linux kernel
 * (LKMM): a process for each actor, with its accesses to what another one accesses too, and all its
 * locks and fences. Plain accesses become READ_ONCE and WRITE_ONCE, so that no compiler is to
 * blame. Accesses after a read that could depend on it are made dependent, which forbids more.
 *
 * <p>Left out are the slab's lock, because the kernel's allocator has none on its fast path, and
 * the fence by which the model announces RCU readers, because rcu_read_lock orders nothing.
 */
final class LitmusForm {
  private static final Set<String> MACHINERY =
      Set.of("TimerSlab", "TrackingRcu", "CollectorRcu", "ImmediateRcu");

  private static final int WIDTH = 96;

  private final Counterexample found;
  private final Counterexample.Explored explored;
  private final List<WitnessStep> steps;
  private final LitmusValues values;
  private final List<String> conditions = new ArrayList<>();

  private LitmusForm(
      Counterexample found, Counterexample.Explored explored, List<WitnessStep> steps) {
    this.found = found;
    this.explored = explored;
    this.steps = steps;
    this.values = new LitmusValues(steps);
  }

  /**
   * Writes the test.
   *
   * @param found what the witness breaks
   * @param explored the witness, of weak memory
   * @param steps its steps
   * @return the text of the file
   */
  static String of(
      Counterexample found, Counterexample.Explored explored, List<WitnessStep> steps) {
    return new LitmusForm(found, explored, relevant(steps)).text();
  }

  private static List<WitnessStep> relevant(List<WitnessStep> steps) {
    List<WitnessStep> code =
        steps.stream().filter(step -> !MACHINERY.contains(step.code().split("\\.", 2)[0])).toList();
    Map<String, Set<Integer>> actors = new TreeMap<>();
    Set<String> written = new TreeSet<>();
    for (WitnessStep step : code) {
      if (step.isAccess()) {
        actors.computeIfAbsent(step.location(), any -> new TreeSet<>()).add(step.actor());
        if (!step.isRead()) {
          written.add(step.location());
        }
      }
    }
    return code.stream()
        .filter(
            step ->
                step.isLock()
                    || step.isUnlock()
                    || step.isFence()
                    || (written.contains(step.location())
                        && actors.getOrDefault(step.location(), Set.of()).size() > 1))
        .toList();
  }

  private String text() {
    StringBuilder processes = new StringBuilder();
    for (int actor = 0; actor < explored.scenario().actors().size(); actor++) {
      processes.append(process(actor)).append('\n');
    }
    return "C "
        + found.design().name()
        + "+"
        + found.claim()
        + "\n\n(*\n"
        + head()
        + " *)\n\n{\n"
        + values.initial()
        + "}\n\n"
        + processes
        + "exists ("
        + String.join(" /\\ ", conditions)
        + ")\n";
  }

  private String head() {
    Bound bound = explored.witness().bound();
    List<String> sentences = new ArrayList<>();
    sentences.add(found.headline());
    sentences.add(
        explored.scenario().name()
            + ": "
            + explored.scenario().description()
            + " The processes are "
            + explored.scenario().actors().stream()
                .map(actor -> actor.role())
                .collect(Collectors.joining(", "))
            + ".");
    sentences.add(
        "An execution with "
            + bound.text()
            + " ended in \""
            + explored.witness().message()
            + "\"; its loads returned what the exists clause says.");
    sentences.add(
        "Each process makes, in program order, its accesses to locations that"
            + " another process accesses too, and takes all locks; plain accesses are"
            + " marked ones here. What follows a load depends on it where that could"
            + " matter, so the test allows less than the code.");
    sentences.add("The comment after each line names its place in the model.");
    String symbols = values.legend();
    if (!symbols.isEmpty()) {
      sentences.add("Values: " + symbols + ".");
    }
    sentences.add("herd7 -conf linux-kernel.cfg, in tools/memory-model of the kernel's sources.");
    StringBuilder head = new StringBuilder(" * Result: Sometimes\n");
    for (String sentence : sentences) {
      head.append(" *\n");
      for (String line : wrapped(sentence.replace("*)", "* )"))) {
        head.append(" * ").append(line).append('\n');
      }
    }
    return head.toString();
  }

  private static List<String> wrapped(String sentence) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : sentence.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private String process(int actor) {
    List<WitnessStep> own = steps.stream().filter(step -> step.actor() == actor).toList();
    Set<String> parameters = new TreeSet<>();
    for (WitnessStep step : own) {
      if (!step.location().isEmpty()) {
        parameters.add(
            (step.isAccess() ? "int *" : "spinlock_t *") + LitmusValues.name(step.location()));
      }
    }
    LitmusProcess process = new LitmusProcess(actor, values);
    own.forEach(process::add);
    conditions.addAll(process.conditions());
    return "P" + actor + "(" + String.join(", ", parameters) + ")\n{\n" + process.body() + "}\n";
  }
}
