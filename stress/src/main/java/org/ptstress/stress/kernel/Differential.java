package org.ptstress.stress.kernel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ptstress.model.Design;
import org.ptstress.model.syscall.SyscallEra;
import org.ptstress.run.process.ProgressListener;

/**
 * Sends random scripts through a design and through a kernel, and compares what each call returns.
 */
final class Differential {
  /** Calls of a script: longer ones take long to shrink, and show little more. */
  private static final int SCRIPT_LENGTH = 1_000;

  /** So that runs with neighbouring seeds share no scripts. */
  private static final long STRIDE = 1_000_003;

  /** In a longer script of jumps the counter need not be looked for as often. */
  private static final int JUMPS_LENGTH = 5_000;

  private final Design design;
  private final SyscallEra era;
  private final Users users;
  private final ScriptMachine kernel;

  /**
   * Prepares.
   *
   * @param design the table of the kernel's time
   * @param era its system calls
   * @param users whose the processes are
   * @param kernel the kernel
   */
  Differential(Design design, SyscallEra era, Users users, ScriptMachine kernel) {
    this.design = design;
    this.era = era;
    this.users = users;
    this.kernel = kernel;
  }

  /**
   * The result.
   *
   * @param operations how many calls were compared
   * @param results how often the model returned what; ids and other numbers are one
   * @param difference a shortest script that is answered differently, empty if none is known
   * @param model what the model answers to it
   * @param kernel what the kernel answers
   */
  record Result(
      long operations,
      Map<String, Long> results,
      List<ScriptLine> difference,
      List<String> model,
      List<String> kernel) {}

  /**
   * Compares until the first difference, which it shrinks.
   *
   * @param operations how many calls to compare
   * @param seed equal seeds give equal scripts
   * @param progress is notified of each script
   * @return what came of it
   */
  Result run(long operations, long seed, ProgressListener progress)
      throws IOException, InterruptedException {
    return run(operations, seed, false, progress);
  }

  /**
   * The same with scripts of one process, one call of ten of which sets its counter of ids.
   *
   * @param operations how many calls to compare
   * @param seed equal seeds give equal scripts
   * @param progress is notified of each script
   * @return what came of it
   */
  Result runJumps(long operations, long seed, ProgressListener progress)
      throws IOException, InterruptedException {
    return run(operations, seed, true, progress);
  }

  private Result run(long operations, long seed, boolean jumps, ProgressListener progress)
      throws IOException, InterruptedException {
    int length = jumps ? JUMPS_LENGTH : SCRIPT_LENGTH;
    Map<String, Long> results = new TreeMap<>();
    long done = 0;
    for (long number = 0; done < operations; number++) {
      ModelMachine model = new ModelMachine(design, era, users);
      long own = seed * STRIDE + number;
      ScriptGenerator generator =
          jumps
              ? ScriptGenerator.ofJumps(own, model)
              : new ScriptGenerator(own, model, users != Users.NONE);
      List<ScriptLine> script = new ArrayList<>(length);
      List<String> expected = new ArrayList<>(length);
      for (int i = 0; i < Math.min(length, operations - done); i++) {
        ScriptLine line = generator.next();
        String result = model.call(line);
        script.add(line);
        expected.add(result);
        boolean isNumber = Character.isDigit(result.charAt(0));
        results.merge(isNumber ? "success" : result, 1L, Long::sum);
      }
      int first = Shrinker.firstDifference(expected, kernel.run(script));
      if (first >= 0) {
        return shrunk(done + first + 1, results, script.subList(0, first + 1));
      }
      done += script.size();
      progress.progress(done, operations, "script " + (number + 1));
    }
    return new Result(done, results, List.of(), List.of(), List.of());
  }

  private Result shrunk(long operations, Map<String, Long> results, List<ScriptLine> script)
      throws IOException, InterruptedException {
    ScriptMachine model = ModelMachine.of(design, era, users);
    List<ScriptLine> shortest = new Shrinker(model, kernel).shrink(script);
    return new Result(operations, results, shortest, model.run(shortest), kernel.run(shortest));
  }
}
