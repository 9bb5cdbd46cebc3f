package org.ptstress.stress.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * A call of a script.
 *
 * @param process which of its processes makes it, from 0
 * @param kind the call
 * @param argument an id, a mode or a limit
 */
record ScriptLine(int process, CallKind kind, int argument) {
  /** The largest number of processes of a script. */
  static final int PROCESSES = 6;

  /** The bound of plain arguments. */
  private static final int PLAIN = 3;

  /** Simpler variants of the call: by the first process, and with plain arguments. */
  List<ScriptLine> plainer() {
    List<ScriptLine> plainer = new ArrayList<>();
    if (process > 0) {
      plainer.add(new ScriptLine(0, kind, argument));
    }
    for (int plain = 0; plain < PLAIN && Integer.compareUnsigned(plain, argument) < 0; plain++) {
      plainer.add(new ScriptLine(process, kind, plain));
    }
    return plainer;
  }

  /** A start with its limit lowered by one; any other call unchanged. */
  ScriptLine withLowerLimit() {
    return kind == CallKind.START && argument > 0
        ? new ScriptLine(process, kind, argument - 1)
        : this;
  }

  /** The short form for the C program, with a letter for the call. */
  String inShort() {
    return process + " " + kind.letter() + " " + argument;
  }

  @Override
  public String toString() {
    return process + " " + kind.word() + " " + argument;
  }
}
