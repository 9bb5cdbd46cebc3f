package org.ptstress.reports.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.ptstress.reports.verdict.ExitStatus;
import org.ptstress.run.process.ProcessTree;

/**
 * Ends the JVM, and sees to it that nobody else gives it a status. The constructor and the
 * catalogue methods of an outside design run here: one that calls {@code System.exit(0)} would pass
 * for judged.
 */
final class ExitGuard {
  private static final Set<String> EXITING =
      Set.of(Runtime.class.getName(), System.class.getName());

  private final PrintWriter err;
  private volatile boolean asked;

  private ExitGuard(PrintWriter err) {
    this.err = err;
  }

  /** Guards this JVM until its end. */
  static ExitGuard start(PrintWriter err) {
    ExitGuard guard = new ExitGuard(err);
    Runtime.getRuntime().addShutdownHook(new Thread(guard::refuse, "exit guard"));
    return guard;
  }

  /** Ends the JVM with a status. */
  void exit(int status) {
    asked = true;
    System.exit(status);
  }

  private void refuse() {
    if (asked) {
      return;
    }
    caller()
        .ifPresent(
            caller -> {
              err.println(
                  "ptstress: "
                      + caller.getClassName()
                      + "."
                      + caller.getMethodName()
                      + " called exit, which ends every tool with its JVM, so nothing is judged;"
                      + " have it throw an exception instead.");
              ProcessTree.killDescendants();
              Runtime.getRuntime().halt(ExitStatus.INCOMPLETE);
            });
  }

  /** The caller of exit; empty on a signal, which ends a JVM without it. */
  private static Optional<StackTraceElement> caller() {
    return Thread.getAllStackTraces().values().stream()
        .flatMap(stack -> callerIn(stack).stream())
        .findFirst();
  }

  private static Optional<StackTraceElement> callerIn(StackTraceElement[] stack) {
    int exit = -1;
    for (int i = 0; i < stack.length; i++) {
      if (EXITING.contains(stack[i].getClassName()) && stack[i].getMethodName().equals("exit")) {
        exit = i;
      }
    }
    return exit < 0 ? Optional.empty() : Arrays.stream(stack).skip(exit + 1L).findFirst();
  }
}
