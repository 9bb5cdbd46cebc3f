package org.ptstress.stress.exploration;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.ExploredWitness;
import org.ptstress.stress.outside.LongScans;
import org.ptstress.stress.outside.ShortScans;
import org.ptstress.stress.outside.WideScans;
import org.ptstress.stress.outside.lock.CountedReaders;
import org.ptstress.stress.outside.lock.ExitsStopCreates;
import org.ptstress.stress.outside.lock.LocksLate;
import org.ptstress.stress.outside.lock.LoopsFirst;
import org.ptstress.stress.outside.lock.ManyTries;
import org.ptstress.stress.outside.lock.RemovesStopFinds;
import org.ptstress.stress.outside.lock.SilentLock;
import org.ptstress.stress.outside.lock.Striped;
import org.ptstress.stress.outside.lock.WrappedMap;
import org.ptstress.stress.scenario.Scenarios;
import org.ptstress.stress.support.ClassPaths;

/** Who waits for a stalled thread is found, and nobody else is accused of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgressExplorationTest {
  private static final List<Design> OUTSIDE =
      List.of(
          new CountedReaders(),
          new RemovesStopFinds(),
          new Striped(),
          new ExitsStopCreates(),
          new ShortScans(),
          new LongScans(),
          new WrappedMap(),
          new SilentLock(),
          new ManyTries(),
          new WideScans(),
          new LoopsFirst(),
          new LocksLate.WithMonitor(),
          new LocksLate.WithLockOfTheJdk(),
          new LocksLate.WithSpinLock());

  private static final List<Design> KNOWN =
      Stream.of("RfcHash", "RcuHash", "BucketLockHash", "ProcessIdr", "SelfHashingSlots")
          .map(Designs::named)
          .toList();

  private static final Set<String> EXPLORED =
      Set.of(
          "RfcHash/FindDuringCreate",
          "RcuHash/FindDuringCreate",
          "RcuHash/FindDuringDelete",
          "BucketLockHash/FindDuringCreate",
          "SelfHashingSlots/FindDuringCreate",
          "SelfHashingSlots/CreateDuringCreate",
          "ProcessIdr/CreateDuringDelete",
          "CountedReaders/FindDuringCreate",
          "CountedReaders/FindDuringDelete",
          "RemovesStopFinds/FindDuringCreate",
          "RemovesStopFinds/FindDuringDelete",
          "ExitsStopCreates/CreateDuringCreate",
          "ExitsStopCreates/CreateDuringDelete",
          "LongScans/FindDuringCreate",
          "ShortScans/FindDuringDelete",
          "Striped/CreateDuringCreate",
          "Striped/FindDuringCreate",
          "WrappedMap/FindDuringCreate",
          "SilentLock/CreateDuringCreate",
          "SilentLock/OneFreeId",
          "ManyTries/FindDuringCreate",
          "WideScans/FindDuringCreate",
          "LoopsFirst/CreateDuringCreate",
          "WithMonitor/CreateDuringCreate",
          "WithLockOfTheJdk/CreateDuringCreate",
          "WithSpinLock/CreateDuringCreate");

  private final Map<String, ExplorationResult> rows = new HashMap<>();

  @BeforeAll
  void explores(@TempDir Path temp) throws Exception {
    List<Exploration> explorations =
        Stream.concat(KNOWN.stream(), OUTSIDE.stream())
            .flatMap(
                design ->
                    Scenarios.all().stream()
                        .filter(
                            scenario -> EXPLORED.contains(design.name() + "/" + scenario.name()))
                        .map(scenario -> new Exploration(design, scenario, Set.of())))
            .toList();
    new ExplorationRunner(
            temp,
            1,
            List.of(new ExplorationBudget(new Bound(2, 2), 1_500, 0, false)),
            Duration.ofMinutes(2),
            Deadline.none(),
            ClassPaths.with(temp, OUTSIDE.toArray(new Design[0])))
        .run(explorations, ProgressListener.NONE)
        .forEach(row -> rows.put(row.design() + "/" + row.scenario(), row));
  }

  @Test
  void lookupOfTheRfcWaitsForAStalledCreator() {
    ExploredWitness witness = blocked("RfcHash/FindDuringCreate", Claim.FIND_WITHOUT_LOCK);
    assertThat(witness.message()).isEqualTo("the finder waits for a stalled thread");
    assertThat(witness.weakMemory()).isFalse();
    assertThat(witness.trace()).contains("creator", "finder", "locks table.hashLock");
    assertThat(witness.trace().lines().count()).isLessThan(80);
    assertThat(witness.trace().lines().filter(line -> line.strip().equals("waits"))).hasSize(1);
  }

  @Test
  void lookupUnderRcuWaitsForNobodyWithinTwoPreemptions() {
    free("RcuHash/FindDuringCreate");
    free("RcuHash/FindDuringDelete");
    free("BucketLockHash/FindDuringCreate");
    free("SelfHashingSlots/FindDuringCreate");
  }

  @Test
  void processesOfTheirOwnTablesWaitForNobody() {
    free("SelfHashingSlots/CreateDuringCreate");
    free("ProcessIdr/CreateDuringDelete");
  }

  /** An insert waits for finds, not the other way round; a find that walks a chain does not. */
  @Test
  void findIsNotBlamedForWhoWaitsForIt() {
    free("CountedReaders/FindDuringCreate");
    free("CountedReaders/FindDuringDelete");
  }

  @Test
  void findThatWaitsForADeleteOnlyIsSeen() {
    free("RemovesStopFinds/FindDuringCreate");
    blocked("RemovesStopFinds/FindDuringDelete", Claim.FIND_WITHOUT_LOCK);
  }

  @Test
  void createThatWaitsForAnExitOnlyIsSeen() {
    free("ExitsStopCreates/CreateDuringCreate");
    blocked("ExitsStopCreates/CreateDuringDelete", Claim.CREATE_INDEPENDENT);
  }

  @Test
  void ownLoopsOfADesignWaitForNobody() {
    free("LongScans/FindDuringCreate");
    assertThat(row("ShortScans/FindDuringDelete").broken()).isEmpty();
    free("WideScans/FindDuringCreate");
  }

  /** Its 64 locks keep the two processes of other scenarios apart. */
  @Test
  void processesThatShareALockAreChosenInTheTableAtHand() {
    blocked("Striped/CreateDuringCreate", Claim.CREATE_INDEPENDENT);
  }

  /** Its finds are synchronized methods, whose monitor the JVM would enter before any hook. */
  @Test
  void synchronizedMethodsWaitAsBlocksDo() {
    ExploredWitness witness = blocked("Striped/FindDuringCreate", Claim.FIND_WITHOUT_LOCK);
    assertThat(witness.trace()).contains("enters ").doesNotContain(":-1");
  }

  @Test
  void waitsThatStoreAndDoNotSaySoAreWaits() {
    blocked("SilentLock/CreateDuringCreate", Claim.CREATE_INDEPENDENT);
    assertThat(row("SilentLock/OneFreeId").broken()).isEmpty();
  }

  @Test
  void whoeverGivesUpWaitingIsNotBlocked() {
    assertThat(row("ManyTries/FindDuringCreate").broken()).isEmpty();
  }

  @Test
  void synchronizedMethodsMayBeginWithALoop() {
    blocked("LoopsFirst/CreateDuringCreate", Claim.CREATE_INDEPENDENT);
  }

  @Test
  void mapsThatTheJdkSynchronizesWaitAsOthersDo() {
    blocked("WrappedMap/FindDuringCreate", Claim.FIND_WITHOUT_LOCK);
  }

  @Test
  void aTableMayAssignTheIdBeforeItTakesTheLock() {
    for (String lock : List.of("WithMonitor", "WithLockOfTheJdk", "WithSpinLock")) {
      blocked(lock + "/CreateDuringCreate", Claim.CREATE_INDEPENDENT);
    }
  }

  private void free(String row) {
    ExplorationResult result = row(row);
    assertThat(result.broken()).as(row).isEmpty();
    assertThat(result.exhausted()).as(row).isEqualTo(new Bound(2, 0));
  }

  private ExploredWitness blocked(String row, Claim claim) {
    List<ExploredWitness> found = row(row).broken();
    assertThat(found).as(row).extracting(ExploredWitness::claim).containsExactly(claim);
    return found.get(0);
  }

  private ExplorationResult row(String row) {
    return requireNonNull(rows.get(row), row);
  }
}
