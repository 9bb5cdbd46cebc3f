package org.ptstress.reports.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ptstress.run.cost.Accesses;
import org.ptstress.run.cost.Conflicts;
import org.ptstress.run.cost.Cost;
import org.ptstress.run.cost.CountRow;
import org.ptstress.run.cost.Culprit;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.cost.Operation;
import org.ptstress.run.cost.PairRow;
import org.ptstress.run.cost.Part;
import org.ptstress.run.cost.Population;
import org.ptstress.run.cost.Relation;

class ProjectionTest {
  /** A call 100 ns, an access 1 ns, a line 10 ns. */
  private static final Machine MACHINE = new Machine(100, 1, 10);

  private static final Fill SMALL = Fill.of(Population.KERNEL_512);

  private static final Culprit LOCK =
      new Culprit("table.lock.next", Part.TABLE, true, true, "RMW | RMW", 4);
  private static final Culprit SAME_LOCK =
      new Culprit("table.lock.serving", Part.TABLE, true, true, "load+store | load+store", 4);
  private static final Culprit GUARDED =
      new Culprit("table.count", Part.TABLE, false, true, "load+store | load+store", 4);
  private static final Culprit COUNTER =
      new Culprit("table.counter.value", Part.TABLE, false, true, "RMW | RMW", 4);

  private static CountRow row(Population population, Operation operation, int loads, int table) {
    return new CountRow(
        population,
        operation,
        2,
        new Cost(2L * loads, 0, 0, 0, 2L * loads, 0, 0, 0),
        new Cost(2L * table, 0, 0, 0, 2L * table, 0, 0, 0),
        0,
        Cost.NONE,
        null,
        List.of());
  }

  private static PairRow pair(Operation operation, boolean stripes, Culprit... culprits) {
    return new PairRow(
        operation,
        operation,
        Relation.SAME_PROCESS,
        true,
        4,
        culprits.length == 0 ? 4 : 0,
        stripes,
        List.of(culprits));
  }

  /** Finds of 20 and deletes of 60 loads, of which the table's are 10 and 40. */
  private static DesignCosts design(PairRow... pairs) {
    List<CountRow> counts =
        Stream.of(Population.KERNEL_512, Population.KERNEL_65536)
            .flatMap(
                population ->
                    Stream.of(
                        row(population, Operation.FIND, 20, 10),
                        row(population, Operation.DELETE, 60, 40)))
            .toList();
    return new DesignCosts(
        new Accesses("Some", "", null, null, counts, List.of()),
        new Conflicts("Some", "", List.of(pairs)));
  }

  private static Projection find(boolean stripes, Culprit... culprits) {
    return Projection.of(
            design(pair(Operation.FIND, stripes, culprits)),
            List.of(Operation.FIND),
            Relation.SAME_PROCESS,
            SMALL,
            MACHINE)
        .orElseThrow();
  }

  private static double perOperation(Projection projection, int cores) {
    return 1e9 / projection.rate(cores);
  }

  @Test
  void whatSharesNothingScales() {
    Projection free = find(false);
    assertThat(perOperation(free, 1)).isCloseTo(120, within(1e-6));
    assertThat(free.speedup(256)).isCloseTo(256, within(1e-6));
    assertThat(free.limit(256)).isEmpty();
  }

  /** Under the lock are the table's 10 accesses; the next one is reached after one line. */
  @Test
  void aLockLetsOneThroughAtATime() {
    Projection locked = find(false, LOCK, SAME_LOCK);
    assertThat(locked.speedup(1)).isCloseTo(1, within(1e-12));
    assertThat(perOperation(locked, 1)).isCloseTo(120, within(1e-6));
    assertThat(perOperation(locked, 256)).isCloseTo(10 + 10, within(1e-6));
    assertThat(locked.limit(256)).isEqualTo("table.lock");
    assertThat(locked.limit(1)).isEmpty();
  }

  /** A plain field is guarded by the lock of its owner, and comes from the last holder. */
  @Test
  void whatALockGuardsIsFetchedUnderIt() {
    double others = 255.0 / 256;
    assertThat(perOperation(find(false, LOCK, GUARDED), 256))
        .isCloseTo(10 + 10 * others + 10, within(1e-6));
  }

  @Test
  void aLineThatAllWriteGoesFromCoreToCore() {
    double others = 255.0 / 256;
    assertThat(perOperation(find(false, COUNTER), 256)).isCloseTo(1 + 10 * others, within(1e-6));
    assertThat(find(false, COUNTER).limit(256)).isEqualTo("table.counter.value");
  }

  @Test
  void whatStripesUnderContentionScales() {
    assertThat(find(true, COUNTER).speedup(256)).isCloseTo(256, within(1e-6));
  }

  /** The lookup of a delete is under the lock only where a lookup takes it. */
  @Test
  void aDeleteLooksUpBeforeItLocks() {
    for (boolean findLocks : List.of(false, true)) {
      Projection delete =
          Projection.of(
                  design(
                      findLocks ? pair(Operation.FIND, false, LOCK) : pair(Operation.FIND, false),
                      pair(Operation.DELETE, false, LOCK)),
                  List.of(Operation.DELETE),
                  Relation.SAME_PROCESS,
                  SMALL,
                  MACHINE)
              .orElseThrow();
      assertThat(perOperation(delete, 256))
          .isCloseTo((findLocks ? 40 : 40 - 10) + 10, within(1e-6));
    }
  }

  @Test
  void nothingIsProjectedWithoutCounts() {
    assertThat(
            Projection.of(design(), List.of(Operation.FIND), Relation.SAME_PROCESS, SMALL, MACHINE))
        .isEmpty();
    assertThat(
            Projection.of(
                design(pair(Operation.FIND, false)),
                List.of(Operation.FIND),
                Relation.SAME_PROCESS,
                Fill.of(Population.PROCESSES_5000),
                MACHINE))
        .isEmpty();
  }
}
