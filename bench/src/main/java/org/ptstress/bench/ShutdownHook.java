package org.ptstress.bench;

/** An action for the case that the JVM is ended while something runs. */
final class ShutdownHook {
  private final Thread thread;

  /** Installs the action; the caller removes it in a finally block. */
  ShutdownHook(Runnable action) {
    thread = new Thread(action, "ptstress-bench-shutdown");
    Runtime.getRuntime().addShutdownHook(thread);
  }

  void remove() {
    try {
      Runtime.getRuntime().removeShutdownHook(thread);
    } catch (IllegalStateException e) {
      // The JVM is shutting down already, and the hook does its work.
    }
  }
}
