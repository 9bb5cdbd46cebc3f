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
  /** The number of calls of a script: longer scripts take long to shrink and find little more. */
  private static final int SCRIPT_LENGTH = 1_000;

  /** The stride between seeds of scripts, so that runs with neighbouring seeds share none. */
  private static final long STRIDE = 1_000_003;

  /** The length of a script of jumps: longer, because each script has to locate the counter. */
  private static final int JUMPS_LENGTH = 5_000;

  private final Design design;
  private final SyscallEra era;
  private final Users users;
  private final ScriptMachine kernel;

  /**
   * Creates a comparison.
   *
   * @param design the table of the kernel's era
   * @param era its system calls
   * @param users the users of the processes
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
   * @param results the model's results with their counts; ids and other numbers count as one
   * @param difference a shortest script with different results, empty if none is known
   * @param model the model's results for it
   * @param kernel the kernel's results for it
   */
  record Result(
      long operations,
      Map<String, Long> results,
      List<ScriptLine> difference,
      List<String> model,
      List<String> kernel) {}

  /**
   * Compares until the first difference, and shrinks its script.
   *
   * @param operations how many calls to compare
   * @param seed equal seeds give equal scripts
   * @param progress is notified of each script
   * @return the result
   */
  Result run(long operations, long seed, ProgressListener progress)
      throws IOException, InterruptedException {
    return run(operations, seed, false, progress);
  }

  /**
   * Compares with scripts of one process, of which one call in ten sets the id counter.
   *
   * @param operations how many calls to compare
   * @param seed equal seeds give equal scripts
   * @param progress is notified of each script
   * @return the result
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
