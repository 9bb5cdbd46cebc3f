package org.ptstress.stress.kernel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Minimises a script on which two machines differ. */
final class Shrinker {
  private final ScriptMachine one;
  private final ScriptMachine other;

  Shrinker(ScriptMachine one, ScriptMachine other) {
    this.one = one;
    this.other = other;
  }

  /**
   * Removes calls while a difference remains: half of the script, a quarter, and so on. Then
   * replaces arguments and processes by plain ones.
   *
   * @param script a script on which the machines differ
   * @return a script on which they still differ, but would not with any call less; its last call is
   *     the one with different results
   */
  List<ScriptLine> shrink(List<ScriptLine> script) throws IOException, InterruptedException {
    List<ScriptLine> best = upToDifference(script);
    if (best.isEmpty()) {
      return script;
    }
    while (true) {
      List<ScriptLine> plainer = withPlainLines(withLowerLimits(withoutCalls(best)));
      if (plainer.equals(best)) {
        return best;
      }
      best = plainer;
    }
  }

  private List<ScriptLine> withoutCalls(List<ScriptLine> script)
      throws IOException, InterruptedException {
    List<ScriptLine> best = script;
    for (int chunk = Math.max(1, best.size() / 2); chunk > 0; chunk /= 2) {
      for (int from = best.size() - 1; from >= 0; from -= chunk) {
        if (from >= best.size()) {
          continue;
        }
        List<ScriptLine> shorter = new ArrayList<>(best);
        shorter.subList(Math.max(0, from - chunk + 1), from + 1).clear();
        List<ScriptLine> different = upToDifference(shorter);
        if (!different.isEmpty()) {
          best = different;
        }
      }
    }
    return best;
  }

  /** Removes a timer and lowers each limit by one, because neither can be removed alone. */
  private List<ScriptLine> withLowerLimits(List<ScriptLine> script)
      throws IOException, InterruptedException {
    List<ScriptLine> best = script;
    for (int i = best.size() - 1; i >= 0; i--) {
      if (i < best.size() && best.get(i).kind().isCreate()) {
        List<ScriptLine> changed = new ArrayList<>(best);
        changed.remove(i);
        changed.replaceAll(ScriptLine::withLowerLimit);
        List<ScriptLine> different = upToDifference(changed);
        if (!different.isEmpty()) {
          best = different;
        }
      }
    }
    return best;
  }

  private List<ScriptLine> withPlainLines(List<ScriptLine> script)
      throws IOException, InterruptedException {
    List<ScriptLine> best = script;
    for (int i = 0; i < best.size(); i++) {
      for (ScriptLine plain : best.get(i).plainer()) {
        List<ScriptLine> changed = new ArrayList<>(best);
        changed.set(i, plain);
        List<ScriptLine> different = upToDifference(changed);
        if (!different.isEmpty()) {
          best = different;
          break;
        }
      }
    }
    return best;
  }

  /** The script up to the first call with different results; empty if there is none. */
  private List<ScriptLine> upToDifference(List<ScriptLine> script)
      throws IOException, InterruptedException {
    int first = firstDifference(one.run(script), other.run(script));
    return first < 0 ? List.of() : List.copyOf(script.subList(0, first + 1));
  }

  /** The index of the first difference of two lists of results, or -1. */
  static int firstDifference(List<String> one, List<String> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      if (!one.get(i).equals(other.get(i))) {
        return i;
      }
    }
    return one.size() == other.size() ? -1 : Math.min(one.size(), other.size());
  }
}
