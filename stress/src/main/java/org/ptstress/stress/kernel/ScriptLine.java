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

  /** Arguments below are plain. */
  private static final int PLAIN = 3;

  /** The same call of the first process, and with plain arguments; none of them plainer twice. */
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

  /** A start with a limit that is lower by one; any other call as it is. */
  ScriptLine withLowerLimit() {
    return kind == CallKind.START && argument > 0
        ? new ScriptLine(process, kind, argument - 1)
        : this;
  }

  /** The line as the program in C reads it fastest: with a letter for the call. */
  String inShort() {
    return process + " " + kind.letter() + " " + argument;
  }

  @Override
  public String toString() {
    return process + " " + kind.word() + " " + argument;
  }
}
