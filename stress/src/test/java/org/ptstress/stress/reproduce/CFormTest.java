package org.ptstress.stress.reproduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.ExploredWitness;
import org.ptstress.stress.kernel.EraDefect;
import org.ptstress.stress.scenario.Scenarios;

/** Programs in C: compiled without a warning, and run, where there is a compiler. */
class CFormTest {
  private static final int ABSENT = 0;
  private static final int PRESENT = 1;
  private static final int NOT_APPLICABLE = 77;
  private static final Design DESIGN = Designs.named("BucketLockHash");

  @TempDir private Path temp;

  @Test
  void aLeakTakesAFailingRestoreBeforeTheCreateThatFails() throws Exception {
    List<EraDefect.Answer> script = EraDefect.LEAKED_CHARGE.script();
    EraDefect.Answer last = script.get(script.size() - 1);
    assertThat(script).hasSizeLessThanOrEqualTo(10);
    assertThat(last.today()).matches("\\d+");
    assertThat(last.then()).isEqualTo("EAGAIN");
    assertThat(script.get(0).call()).isEqualTo("start");
  }

  @Test
  void theOrderOfErrorsTakesThreeCalls() throws Exception {
    List<EraDefect.Answer> script = EraDefect.ORDER_OF_ERRORS.script();
    assertThat(script).extracting(EraDefect.Answer::call).startsWith("start", "prctl").hasSize(3);
    assertThat(script.get(2).today()).isIn("EINVAL", "EFAULT");
    assertThat(script.get(2).then()).isEqualTo("EAGAIN");
  }

  /** Told that the mended kernel has the defect, a program says of this one the opposite. */
  @Test
  void aProgramTellsTheErasApart() throws Exception {
    for (EraDefect defect : EraDefect.values()) {
      Counterexample found = new Counterexample(DESIGN, claim(defect), null, null, null);
      List<EraDefect.Answer> script = defect.script();
      List<EraDefect.Answer> turned = script.stream().map(CFormTest::turned).toList();
      int status = run(EraForm.of(found, defect, script), true);
      int opposite = run(EraForm.of(found, defect, turned), true);
      assertThat(status).isIn(ABSENT, PRESENT, NOT_APPLICABLE);
      assertThat(opposite).isEqualTo(status == NOT_APPLICABLE ? NOT_APPLICABLE : PRESENT - status);
    }
  }

  private static EraDefect.Answer turned(EraDefect.Answer one) {
    return new EraDefect.Answer(
        one.call(), one.argument(), /* today= */ one.then(), /* then= */ one.today());
  }

  private static Claim claim(EraDefect defect) {
    return List.of(Claim.values()).stream()
        .filter(claim -> EraDefect.of(DESIGN, claim).filter(defect::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theKernelOfTodayGivesNoIdTwice() throws Exception {
    Counterexample.Explored explored =
        new Counterexample.Explored(
            Scenarios.named("WrapDuringCreate"),
            new ExploredWitness(Claim.UNIQUE_IDS, "", false, new Bound(2, 0), "", ""));
    Counterexample found =
        new Counterexample(Designs.named("RcuHash47"), Claim.UNIQUE_IDS, null, explored, null);
    // An older kernel takes an hour, and has the defect.
    boolean isOfToday = System.getProperty("os.version").matches("(6\\.(1[5-9]|[2-9]\\d)|[7-9]).*");
    int status = run(DuplicateForm.of(found, explored, "4.7 to 6.4"), isOfToday);
    assertThat(status).isIn(ABSENT, NOT_APPLICABLE);
  }

  @Test
  void aCreateIsStoppedBetweenInsertionAndPublication() {
    List<WitnessStep> insertion = List.of(writes(0, "table.heads[].next", "KTimer#1"));
    WitnessStep other = writes(1, "table.heads[].next", "KTimer#2");
    WitnessStep publication = writes(0, "KTimer#1.signal", "0xffff888012345680");
    assertThat(DuplicateForm.applies(List.of(insertion.get(0), other, publication))).isTrue();
    assertThat(DuplicateForm.applies(List.of(insertion.get(0), publication, other))).isFalse();
    assertThat(DuplicateForm.applies(List.of(other, insertion.get(0), publication))).isFalse();
  }

  private static WitnessStep writes(int actor, String location, String value) {
    return new WitnessStep(actor, "writes", location, "", value, "plain", "");
  }

  /** The exit status; 77 if it could not be compiled here, or was not to be run. */
  private int run(String source, boolean isRun) throws IOException, InterruptedException {
    assertThat(source).doesNotContain("@");
    Path file = Files.writeString(temp.resolve("program.c"), source);
    Path program = temp.resolve("program");
    Path output = temp.resolve("output");
    int compiled;
    try {
      compiled =
          status(
              output,
              List.of(
                  "cc",
                  "-O2",
                  "-Wall",
                  "-Wextra",
                  "-Werror",
                  "-pthread",
                  "-o",
                  program.toString(),
                  file.toString()));
    } catch (IOException e) {
      System.out.println("The programs in C are not compiled: there is no C compiler.");
      return NOT_APPLICABLE;
    }
    boolean isLinux = System.getProperty("os.name").equals("Linux");
    if (isLinux) {
      assertThat(compiled).as(Files.readString(output)).isZero();
    }
    return isLinux && isRun ? status(output, List.of(program.toString())) : NOT_APPLICABLE;
  }

  private static int status(Path output, List<String> command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      return process.waitFor();
    } finally {
      process.destroyForcibly();
    }
  }
}
