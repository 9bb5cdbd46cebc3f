package org.ptstress.stress.reproduce;

import java.util.ArrayList;
import java.util.List;

/** The body of a process of a litmus test. */
final class LitmusProcess {
  private final int number;
  private final LitmusValues values;
  private final StringBuilder lines = new StringBuilder();
  private final List<String> conditions = new ArrayList<>();
  private final List<String> undecided = new ArrayList<>();
  private int registers;
  private int depth = 1;

  LitmusProcess(int number, LitmusValues values) {
    this.number = number;
    this.values = values;
  }

  /** The final values of the registers. */
  List<String> conditions() {
    return conditions;
  }

  /** The lines between the outer braces. */
  String body() {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < registers; i++) {
      body.append("\tint r").append(i).append(";\n");
    }
    body.append(registers == 0 ? "" : "\n").append(lines);
    for (int i = depth - 1; i > 0; i--) {
      body.append("\t".repeat(i)).append("}\n");
    }
    return body.toString();
  }

  void add(WitnessStep step) {
    if (step.isRead()) {
      read(step);
      return;
    }
    if (!step.isUnlock()) {
      decide();
    }
    if (step.isUpdate()) {
      line(register(step, step.old()) + exchange(step), step);
    } else if (step.isWrite()) {
      write(step);
    } else if (step.isLock()) {
      line("spin_lock(" + LitmusValues.name(step.location()) + ")", step);
    } else if (step.isUnlock()) {
      line("spin_unlock(" + LitmusValues.name(step.location()) + ")", step);
    } else {
      line(fence(step), step);
    }
  }

  /** Makes what follows control-dependent on the reads so far. */
  private void decide() {
    for (String condition : undecided) {
      lines.append("\t".repeat(depth)).append("if (").append(condition).append(") {\n");
      depth++;
    }
    undecided.clear();
  }

  private String register(WitnessStep step, String value) {
    String register = "r" + registers++;
    int read = values.of(step.location(), value);
    conditions.add(number + ":" + register + "=" + read);
    undecided.add(register + " == " + read);
    return register + " = ";
  }

  private void read(WitnessStep step) {
    if (step.isOrdered("volatile")) {
      line("smp_mb()", step);
    }
    boolean acquires = step.isOrdered("acquire") || step.isOrdered("volatile");
    line(
        register(step, step.value())
            + (acquires ? "smp_load_acquire(" : "READ_ONCE(*")
            + LitmusValues.name(step.location())
            + ")",
        step);
  }

  private void write(WitnessStep step) {
    boolean isVolatile = step.isOrdered("volatile");
    boolean releases = isVolatile || step.isOrdered("release");
    line(
        (releases ? "smp_store_release(" : "WRITE_ONCE(*")
            + LitmusValues.name(step.location())
            + ", "
            + values.of(step.location(), step.value())
            + ")",
        step);
    if (isVolatile) {
      line("smp_mb()", step);
    }
  }

  private String exchange(WitnessStep step) {
    String order =
        step.isOrdered("volatile") || step.isOrdered("acquire-release")
            ? ""
            : step.isOrdered("acquire")
                ? "_acquire"
                : step.isOrdered("release") ? "_release" : "_relaxed";
    return "xchg"
        + order
        + "("
        + LitmusValues.name(step.location())
        + ", "
        + values.of(step.location(), step.value())
        + ")";
  }

  private static String fence(WitnessStep step) {
    return switch (step.verb()) {
      case "load-load fence" -> "smp_rmb()";
      case "store-store fence" -> "smp_wmb()";
      default -> "smp_mb()";
    };
  }

  private void line(String statement, WitnessStep step) {
    lines.append("\t".repeat(depth)).append(statement).append(';');
    if (!step.code().isEmpty()) {
      lines.append(" // ").append(step.code());
    }
    lines.append('\n');
  }
}
