package org.ptstress.stress.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.shape.Pooled;
import org.ptstress.shape.Shapes;
import org.ptstress.wide.LoserBehindTheEnd;
import org.ptstress.wide.LoserIn16Bits;
import org.ptstress.wide.WideTables;

/**
 * What the explorer sees of tables that are wrong with the kernel's ids and addresses only, and of
 * right ones of every shape: nothing there.
 */
class FullWidthExplorationTest {
  private static final String SUFFIX = "AtFullWidth";

  private static final List<String> NARROW =
      List.of(
          "WrapAround",
          "OwnerBeforeIdAtWrap",
          "ExitAgainstCreate",
          "TwoProcesses",
          "RestoreAgainstRestore");

  /** Where an id may come back, or two processes get their first ones. */
  private static final List<String> REUSING =
      List.of("RecycleAgainstFind", "RecycleAgainstCreate", "TwoProcesses", "CreateAgainstFind");

  /** Of those where creators meet. */
  private static final List<Design> CURED =
      List.of(new LoserIn16Bits.Cured(), new LoserBehindTheEnd.Cured());

  private static final Design FREED_EARLY = new Pooled.FreedEarly();

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void tablesThatAreWrongAtFullWidthAreSeenThereOnly() throws Exception {
    List<Design> designs =
        Stream.of(WideTables.FAULTY, CURED, Shapes.ALL, List.of(FREED_EARLY))
            .flatMap(List::stream)
            .toList();
    List<ExplorationResult> rows =
        Explored.rows(
            folder,
            new Bound(1, 0),
            Stream.of(
                    Explored.of(WideTables.FAULTY, NARROW),
                    Explored.of(WideTables.FAULTY, atFullWidth(NARROW)),
                    Explored.of(CURED, atFullWidth(NARROW)),
                    Explored.of(Shapes.ALL, atFullWidth(List.of("CreateDeleteFind"))),
                    Explored.of(Shapes.POOLED, REUSING),
                    Explored.of(List.of(FREED_EARLY), REUSING))
                .flatMap(each -> each));
    assertThat(rows)
        .filteredOn(row -> !row.broken().isEmpty() && !row.design().equals(FREED_EARLY.name()))
        .allSatisfy(row -> assertThat(row.scenario()).endsWith(SUFFIX));
    assertThat(Explored.broken(rows, designs))
        .containsOnly(
            entry("MiddleOfRange", Set.of(Claim.NO_LEAK_ON_EXIT)),
            entry("LowHalfOfOwner", Set.of(Claim.OWNER_ISOLATION)),
            entry("LoserIn16Bits", Set.of(Claim.WRAPS_TO_ZERO)),
            entry(
                "LoserBehindTheEnd",
                Set.of(Claim.VALID_IDS, Claim.WRAPS_TO_ZERO, Claim.NO_DANGLING_TIMER)),
            entry("PackedKey", Set.of(Claim.OWNER_ISOLATION)),
            entry("BoxedReservation", Set.of(Claim.UNIQUE_IDS)),
            entry("FreedEarly", Set.of(Claim.NO_LOST_TIMER)));
  }

  private static List<String> atFullWidth(List<String> narrow) {
    return narrow.stream().map(name -> name + SUFFIX).toList();
  }
}
