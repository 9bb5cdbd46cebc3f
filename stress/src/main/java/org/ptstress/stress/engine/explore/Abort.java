package org.ptstress.stress.engine.explore;

/** Unwinds the threads of an abandoned execution. */
final class Abort extends Error {
  private static final long serialVersionUID = 1;

  Abort() {
    super("this execution was abandoned", null, false, false);
  }
}
