package org.ptstress.stress.kernel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.syscall.SyscallEra;

/**
 * A defect of one era's system calls, over the same table, that the next era fixed. Random scripts
 * find it: they run on the models of both eras, and the first difference is shrunk.
 */
public enum EraDefect {
  /** A failed restore leaks its charge: calls succeed today that failed then. */
  LEAKED_CHARGE(Claim.NO_DANGLING_TIMER) {
    @Override
    boolean shows(boolean succeeds, boolean succeededThen) {
      return succeeds != succeededThen;
    }
  },
  /** The charge precedes the read of the wanted id: calls fail with another error. */
  ORDER_OF_ERRORS(Claim.EXACT_RESTORE) {
    @Override
    boolean shows(boolean succeeds, boolean succeededThen) {
      return !succeeds && !succeededThen;
    }
  };

  /** The kernels that have the defects. */
  public static final String KERNELS = "Linux 6.15 and 6.16";

  /** The commit that mended both. */
  public static final String MENDED = "e0fd4d42e27f (6.18, also in 6.17.13)";

  private static final String DESIGN = "BucketLockHash";
  private static final int SEEDS = 100;
  private static final int LENGTH = 1_000;

  /** The calls that take a program only a few lines. */
  private static final Set<CallKind> PLAIN =
      Set.of(
          CallKind.START,
          CallKind.PRCTL,
          CallKind.CREATE,
          CallKind.CREATE_BAD_POINTER,
          CallKind.DELETE);

  private final Claim claim;

  EraDefect(Claim claim) {
    this.claim = claim;
  }

  /**
   * A call of a script, and what it returns.
   *
   * @param call the call's word
   * @param argument a wanted id, a mode, an id or a limit
   * @param today its result since the fix: a number, or the name of an error
   * @param then its result before the fix
   */
  public record Answer(String call, int argument, String today, String then) {}

  /**
   * The defect that breaks a claim.
   *
   * @param design the design
   * @param claim the claim
   * @return the defect, if there is one
   */
  public static Optional<EraDefect> of(Design design, Claim claim) {
    return List.of(values()).stream()
        .filter(defect -> defect.claim == claim && design.name().equals(DESIGN))
        .findFirst();
  }

  /** Whether a difference shows this defect. */
  abstract boolean shows(boolean succeeds, boolean succeededThen);

  /**
   * A shortest script that shows the defect.
   *
   * @return its calls; a start comes first, where there is a limit
   * @throws IOException if there is no such script
   * @throws InterruptedException if this thread is interrupted
   */
  public List<Answer> script() throws IOException, InterruptedException {
    Design design = Designs.named(DESIGN);
    ScriptMachine today = ModelMachine.of(design, SyscallEra.LINUX_6_17, Users.SHARED);
    ScriptMachine then = ModelMachine.of(design, SyscallEra.LINUX_6_15, Users.SHARED);
    for (long seed = 1; seed <= SEEDS; seed++) {
      List<ScriptLine> script = script(design, seed);
      ScriptMachine masked = lines -> masked(today.run(lines), then.run(lines));
      List<ScriptLine> shortest = new Shrinker(today, masked).shrink(script);
      boolean isPlain =
          shortest.size() < LENGTH
              && shortest.stream()
                  .allMatch(line -> line.process() == 0 && PLAIN.contains(line.kind()));
      if (isPlain) {
        return answers(shortest, today.run(shortest), then.run(shortest));
      }
    }
    throw new IOException("No script of " + SEEDS + " shows " + this + ".");
  }

  private static List<ScriptLine> script(Design design, long seed) {
    ModelMachine model = new ModelMachine(design, SyscallEra.LINUX_6_17, Users.SHARED);
    ScriptGenerator generator = new ScriptGenerator(seed, model, true);
    List<ScriptLine> script = new ArrayList<>(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      ScriptLine line = generator.next();
      model.call(line);
      script.add(line);
    }
    return script;
  }

  /** The old results where the difference shows this defect, otherwise today's. */
  private List<String> masked(List<String> today, List<String> then) {
    return IntStream.range(0, today.size())
        .mapToObj(
            i -> shows(succeeds(today.get(i)), succeeds(then.get(i))) ? then.get(i) : today.get(i))
        .toList();
  }

  private static boolean succeeds(String answer) {
    return Character.isDigit(answer.charAt(0));
  }

  private static List<Answer> answers(
      List<ScriptLine> script, List<String> today, List<String> then) {
    return IntStream.range(0, script.size())
        .mapToObj(
            i ->
                new Answer(
                    script.get(i).kind().word(),
                    script.get(i).argument(),
                    today.get(i),
                    then.get(i)))
        .toList();
  }
}
