package org.ptstress.junit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.ptstress.model.Design;
import org.ptstress.reports.jar.OutsideDesigns;
import org.ptstress.reports.phase.JudgedRun;
import org.ptstress.reports.phase.OutputFolder;
import org.ptstress.reports.phase.RecordedRun;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.result.VerdictRow;

/**
 * Holds a design to its promises in the build of its author, one test a claim:
 *
 * <pre>{@code
 * class MyTableTest {
 *   @TestFactory
 *   Stream<DynamicTest> keepsItsPromises() {
 *     return PromiseTests.of(new MyTable());
 *   }
 * }
 * }</pre>
 *
 * <p>A test fails if a claim that the design promises is broken, with the counterexample; if a
 * claim that it declares broken shows no break; and if the claim was not judged, with the reason.
 * Where nothing but CPUs is missing, it is skipped. The properties {@code ptstress.limit} (seconds,
 * by default 20), {@code ptstress.profile} ({@code quick}, {@code standard} or {@code tough}
 * instead of what {@code ptstress judge} does; takes as long as it needs if no limit is given) and
 * {@code ptstress.out} (where run folders go, by default {@code target/ptstress}) decide how much
 * is done.
 */
public final class PromiseTests {
  private PromiseTests() {}

  /**
   * Judges a design in JVMs of their own, which inherit the class path and make the design anew, by
   * its constructor without parameters. It needs no service file, as it does for {@code ptstress
   * judge}.
   *
   * @param design the design, of a public class
   * @return a test for each claim
   * @throws org.ptstress.reports.phase.UserException if the design or a property cannot be used;
   *     the message is a sentence that says what to mend
   */
  public static Stream<DynamicTest> of(Design design) {
    Settings settings = Settings.ofProperties();
    JudgedRun judged =
        new JudgedRun(settings.profile(), null, UnaryOperator.identity(), settings.limit());
    try (OutsideDesigns outside = OutsideDesigns.of(design)) {
      RecordedRun start =
          new RecordedRun(
              settings.profile(),
              outside.designs(),
              List.of(PromiseTests.class.getName(), design.name()),
              Objects.requireNonNullElse(
                  PromiseTests.class.getPackage().getImplementationVersion(),
                  "(development build)"),
              new PrintWriter(System.err, true, Charset.defaultCharset()));
      return tests(
          start.run(
              judged.start(),
              () -> OutputFolder.dated(settings.out(), ResultFiles.RUN),
              (folder, recorder) -> judged.execute(folder, outside.designs(), recorder)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while " + design.name() + " was judged.", e);
    }
  }

  static Stream<DynamicTest> tests(RunFolder run) {
    return run.verdicts().stream().map(row -> test(run, row));
  }

  /** With a source of its own: otherwise Surefire names it by its number. */
  private static DynamicTest test(RunFolder run, VerdictRow row) {
    String claim = row.claim().name();
    return dynamicTest(claim, URI.create("ptstress:" + claim), () -> ClaimTest.require(run, row));
  }
}
