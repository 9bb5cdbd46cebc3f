package org.ptstress.stress.kernel;

import java.io.IOException;
import java.util.List;

/** Runs scripts, each in new processes. */
@FunctionalInterface
interface ScriptMachine {
  /**
   * Runs a script.
   *
   * @param script the calls
   * @return what each returned: a number, or the name of an error
   * @throws IOException if the machine is lost
   * @throws InterruptedException if this thread is interrupted
   */
  List<String> run(List<ScriptLine> script) throws IOException, InterruptedException;
}
