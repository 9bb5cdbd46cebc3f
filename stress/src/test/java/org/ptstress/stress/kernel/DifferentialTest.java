package org.ptstress.stress.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.fault.Faults;
import org.ptstress.model.syscall.SyscallEra;
import org.ptstress.run.process.ProgressListener;

/**
 * Scripts through models that are wrong in one step. They are judged by the kernel where it is one
 * of today, and else by the good model, which says so.
 */
class DifferentialTest {
  private static final int OPERATIONS = 20_000;
  private static final Design GOOD = Designs.named("BucketLockHash");

  @TempDir private static Path temp;

  private static TestedKernel kernel;

  @BeforeAll
  static void start() throws Exception {
    kernel = TestedKernel.start(temp);
  }

  @AfterAll
  static void stop() {
    kernel.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SignedCounter",
        "UnmaskedCounter",
        "WrapsToOne",
        "MachineWideCounter",
        "IdOf24Bits",
        "BusyMovesCounter",
        "RestoreKeepsCounter",
        "RestoreMeetsOthers",
        "SignBitIgnored",
        "FindIgnoresOwner",
        "FailedCreateLeftHashed"
      })
  void aWrongStepIsFoundAndShrunk(String fault) throws Exception {
    Differential.Result result = compare(Faults.subject(fault), SyscallEra.LINUX_6_17);
    assertThat(result.difference()).as(fault).hasSizeBetween(1, 10);
    int last = result.difference().size() - 1;
    assertThat(result.model().subList(0, last)).isEqualTo(result.kernel().subList(0, last));
    assertThat(result.model().get(last)).isNotEqualTo(result.kernel().get(last));
  }

  @Test
  void anEarlierEraIsFoundByItsLeak() throws Exception {
    Differential.Result result = compare(GOOD, SyscallEra.LINUX_6_15);
    if (kernel.users() == Users.NONE) {
      assertThat(result.difference()).as("no limit, no leak").isEmpty();
    } else {
      assertThat(result.difference()).hasSizeBetween(1, 10);
    }
  }

  @Test
  void theGoodModelDiffersInNothing() throws Exception {
    Differential.Result result = compare(GOOD, SyscallEra.LINUX_6_17);
    assertThat(result.difference()).as("%s, %s", result.model(), result.kernel()).isEmpty();
    assertThat(result.operations()).isEqualTo(OPERATIONS);
    assertThat(result.results()).containsKeys("success", "EINVAL", "EFAULT", "EBUSY", "EOPNOTSUPP");
    assertThat(result.results().containsKey("EAGAIN")).isEqualTo(kernel.users() != Users.NONE);
  }

  /** As two builds on one machine do: the limits of one must not see the timers of the other. */
  @Test
  void twoAtOnceDoNotMeet() throws Exception {
    TestedKernel one = TestedKernel.start(temp.resolve("one"));
    TestedKernel other = TestedKernel.start(temp.resolve("other"));
    try {
      List<Callable<Differential.Result>> runs =
          List.of(one, other).stream()
              .map(
                  each ->
                      (Callable<Differential.Result>)
                          () ->
                              new Differential(
                                      GOOD, SyscallEra.LINUX_6_17, each.users(), each.scripts())
                                  .run(OPERATIONS, 1, ProgressListener.NONE))
              .toList();
      ExecutorService threads = Executors.newFixedThreadPool(runs.size());
      for (Future<Differential.Result> run : threads.invokeAll(runs)) {
        assertThat(run.get().difference()).isEmpty();
      }
      threads.shutdown();
    } finally {
      one.close();
      other.close();
    }
  }

  @Test
  void equalSeedsGiveEqualScripts() {
    assertThat(script(5)).isEqualTo(script(5)).isNotEqualTo(script(6));
  }

  private static List<ScriptLine> script(long seed) {
    ModelMachine model = new ModelMachine(GOOD, SyscallEra.LINUX_6_17, Users.SHARED);
    ScriptGenerator generator = new ScriptGenerator(seed, model, true);
    return IntStream.range(0, 500)
        .mapToObj(
            i -> {
              ScriptLine line = generator.next();
              model.call(line);
              return line;
            })
        .toList();
  }

  private static Differential.Result compare(Design design, SyscallEra era) throws Exception {
    return new Differential(design, era, kernel.users(), kernel.scripts())
        .run(OPERATIONS, 1, ProgressListener.NONE);
  }
}
