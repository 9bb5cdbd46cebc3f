package org.ptstress.stress.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.reuse.Chains;
import org.ptstress.reuse.FreesFailedCreates;
import org.ptstress.reuse.GrowingRestores;
import org.ptstress.reuse.HazardPointers;
import org.ptstress.reuse.PooledMaps;
import org.ptstress.reuse.Reservations;
import org.ptstress.reuse.RestoreChecksFirst;
import org.ptstress.reuse.RestoreLocks;
import org.ptstress.reuse.RestoreOverInvalid;
import org.ptstress.reuse.RestoredHeads;
import org.ptstress.reuse.SharedRestores;
import org.ptstress.reuse.UndoesWithoutLock;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.RunStatus;
import org.ptstress.shape.ByteView;
import org.ptstress.shape.LocalKey;
import org.ptstress.shape.Shapes;

/** What the explorer sees where an id, a process or what belonged to one is used again. */
class ReuseExplorationTest {
  private static final List<String> SCENARIOS =
      List.of(
          "RestoreAgainstNext", "RestoreAgainstDelete", "ExitAgainstFind", "FailureAgainstCreate");

  private static final List<Design> FAULTY =
      List.of(
          new RestoreChecksFirst(),
          new RestoreOverInvalid(),
          new PooledMaps(),
          new UndoesWithoutLock());

  private static final List<String> BESIDE_RESTORES =
      List.of(
          "RestoreAgainstDelete",
          "RestoreAgainstOthers",
          "RestoreAgainstGrowth",
          "RestoreAgainstFind",
          "FindDuringRestore",
          "CreateDuringRestore");

  private static final Map<Design, String> FAULTY_RESTORES =
      Map.of(
          new Reservations.ById(), "RestoreAgainstOthers",
          new Reservations.FindsWait(), "FindDuringRestore",
          new RestoreLocks.Tries(), "RestoreAgainstOthers",
          new RestoreLocks.TwoOrders(), "RestoreAgainstDelete",
          new GrowingRestores.LookOnce(), "RestoreAgainstGrowth",
          new RestoredHeads.Plainly(), "RestoreAgainstFind",
          new SharedRestores.Locked(), "CreateDuringRestore");

  /** The same without the faults. */
  private static final List<Design> RIGHT_RESTORES =
      List.of(
          new Reservations.ByKey(),
          new RestoreLocks.Waits(),
          new RestoreLocks.OneOrder(),
          new GrowingRestores.LookAgain(),
          new RestoredHeads.ByRelease(),
          new SharedRestores.Unlocked());

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void tablesThatUseAgainTooEarlyAreSeen() throws Exception {
    assertThat(broken(FAULTY))
        .containsOnly(
            entry("RestoreChecksFirst", Set.of(Claim.UNIQUE_IDS)),
            // It looks at the timer that is there outside of a read section, too.
            entry("RestoreOverInvalid", Set.of(Claim.UNIQUE_IDS, Claim.NO_STALE_FIND)),
            entry("PooledMaps", Set.of(Claim.OWNER_ISOLATION)),
            entry("UndoesWithoutLock", Set.of(Claim.NO_LOST_TIMER)));
  }

  /** A pause in the middle of the search for a free pointer was taken for a wait. */
  @Test
  void hazardPointerNeedsItsFence() throws Exception {
    assertThat(
            broken(
                List.of(new HazardPointers.Unfenced(), new HazardPointers.Fenced()),
                List.of("RecycleAgainstFind"),
                new Bound(1, 1)))
        .containsOnly(entry("Unfenced", Set.of(Claim.NO_STALE_FIND)));
  }

  @Test
  void createThatFailsNeedsAGracePeriod() throws Exception {
    assertThat(
            broken(
                List.of(new FreesFailedCreates(), new Chains()),
                List.of("FailureAgainstFind"),
                new Bound(2, 0)))
        .containsOnly(entry("FreesFailedCreates", Set.of(Claim.NO_LOST_TIMER)));
  }

  @Test
  void restoresThatLookAtWhatDoesNotConcernThemAreSeen() throws Exception {
    assertThat(
            Explored.broken(
                Explored.rows(folder, new Bound(1, 1), Explored.of(FAULTY_RESTORES)),
                List.copyOf(FAULTY_RESTORES.keySet())))
        .containsOnly(
            entry("ById", Set.of(Claim.EXACT_RESTORE)),
            entry("FindsWait", Set.of(Claim.FIND_WITHOUT_LOCK)),
            entry("Tries", Set.of(Claim.EXACT_RESTORE)),
            entry("TwoOrders", Set.of(Claim.CALLS_END)),
            entry("LookOnce", Set.of(Claim.NO_LOST_TIMER)),
            entry("Plainly", Set.of(Claim.NO_LOST_TIMER, Claim.NO_STALE_FIND)),
            entry("Locked", Set.of(Claim.CREATE_INDEPENDENT)));
  }

  @Test
  void rightRestoresAreNotAccused() throws Exception {
    assertThat(broken(RIGHT_RESTORES, BESIDE_RESTORES, new Bound(1, 1))).isEmpty();
  }

  @Test
  void rightTablesAreNotAccused() throws Exception {
    List<Design> right =
        Stream.of(
                Stream.of("ProcessIdr", "BucketLockHash", "SelfHashingSlots").map(Designs::named),
                Shapes.ALL.stream())
            .flatMap(each -> each)
            .toList();
    assertThat(broken(right)).isEmpty();
  }

  /** Two actors on one host thread shared its thread locals, and each other's stores. */
  @Test
  void actorsHaveThreadLocalsOfTheirOwn() throws Exception {
    assertThat(
            broken(
                List.of(new LocalKey()),
                List.of("ExitAgainstGrowth", "CreateAgainstDelete"),
                new Bound(0, 1)))
        .isEmpty();
  }

  /** It was taken for a call that throws, against CALLS_END. */
  @Test
  void accessThatIsNotSeenAccusesNobody() throws Exception {
    assertThat(
            Explored.rows(
                folder,
                new Bound(1, 0),
                Explored.of(List.of(new ByteView()), List.of("CreateAgainstFind"))))
        .allSatisfy(
            row -> {
              assertThat(row.status()).isEqualTo(RunStatus.NOT_RUN);
              assertThat(row.reason()).contains("ByteView", "neither a field's nor an array's");
              assertThat(row.broken()).isEmpty();
            })
        .isNotEmpty();
  }

  private Map<String, Set<Claim>> broken(List<Design> designs) throws Exception {
    return broken(designs, SCENARIOS, new Bound(1, 0));
  }

  private Map<String, Set<Claim>> broken(List<Design> designs, List<String> scenarios, Bound bound)
      throws Exception {
    return Explored.broken(Explored.rows(folder, bound, Explored.of(designs, scenarios)), designs);
  }
}
