package org.ptstress.stress.fault;

import static org.ptstress.run.result.Expected.BY_CHANCE;
import static org.ptstress.run.result.Expected.DOES_NOT_APPLY;
import static org.ptstress.run.result.Expected.HANGS;
import static org.ptstress.run.result.Expected.KILLED;
import static org.ptstress.run.result.Expected.SURVIVES;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ptstress.run.result.Expected;
import org.ptstress.run.result.Tool;

/**
 * The expected result of each tool for each fault. Lincheck searches only a part of the
 * interleavings, and races and {@code Contention} only sample, so they need only have run.
 */
public final class Expectations {
  /** The tools in the order of the columns below. */
  private static final List<Tool> TOOLS =
      List.of(Tool.CHECK, Tool.EXPLORATION, Tool.RACE, Tool.ACCESS);

  private static final Map<String, List<Expected>> ROWS =
      Stream.of(
              row("UnhashWithoutRcu", SURVIVES, KILLED, SURVIVES, DOES_NOT_APPLY),
              row("HeadBeforeNext", SURVIVES, KILLED, SURVIVES, DOES_NOT_APPLY),
              row("RemoveLocksOtherChain", BY_CHANCE, KILLED, BY_CHANCE, DOES_NOT_APPLY),
              row("HashIgnoresId", KILLED, SURVIVES, DOES_NOT_APPLY, DOES_NOT_APPLY),
              row("SignedCounter", KILLED, KILLED, BY_CHANCE, DOES_NOT_APPLY),
              row("UnmaskedCounter", KILLED, KILLED, BY_CHANCE, DOES_NOT_APPLY),
              row("WrapsToOne", SURVIVES, KILLED, BY_CHANCE, DOES_NOT_APPLY),
              row("WrapsUnnoticed", KILLED, KILLED, BY_CHANCE, DOES_NOT_APPLY),
              row("StaysBehindTheEnd", KILLED, KILLED, BY_CHANCE, DOES_NOT_APPLY),
              row("OneTryShort", KILLED, KILLED, SURVIVES, DOES_NOT_APPLY),
              row("OneTryLong", SURVIVES, DOES_NOT_APPLY, DOES_NOT_APPLY, KILLED),
              row("MachineWideCounter", KILLED, KILLED, BY_CHANCE, DOES_NOT_APPLY),
              row("MachineWideCapacity", KILLED, KILLED, BY_CHANCE, DOES_NOT_APPLY),
              row("IdOf24Bits", KILLED, SURVIVES, SURVIVES, DOES_NOT_APPLY),
              row("IdentityAfterInsertion", SURVIVES, KILLED, BY_CHANCE, DOES_NOT_APPLY),
              row("ValidBeforeInitialised", SURVIVES, KILLED, BY_CHANCE, DOES_NOT_APPLY),
              row("NoOwnerRecheck", SURVIVES, KILLED, BY_CHANCE, DOES_NOT_APPLY),
              row("FindIgnoresOwner", SURVIVES, KILLED, BY_CHANCE, DOES_NOT_APPLY),
              row("SignBitIgnored", KILLED, SURVIVES, DOES_NOT_APPLY, DOES_NOT_APPLY),
              row("PlainReadInWaitLoop", SURVIVES, SURVIVES, HANGS, DOES_NOT_APPLY),
              row("FindTakesLock", SURVIVES, KILLED, DOES_NOT_APPLY, KILLED),
              row("FindTakesChainLock", SURVIVES, KILLED, DOES_NOT_APPLY, KILLED),
              row("CreateTakesLock", SURVIVES, KILLED, DOES_NOT_APPLY, KILLED),
              row("NoGracePeriod", SURVIVES, KILLED, BY_CHANCE, DOES_NOT_APPLY),
              row("FailedCreateLeftHashed", KILLED, SURVIVES, SURVIVES, DOES_NOT_APPLY),
              row("ChargeKept", KILLED, KILLED, BY_CHANCE, DOES_NOT_APPLY),
              row("DeleteTwice", SURVIVES, KILLED, BY_CHANCE, DOES_NOT_APPLY),
              row("ExitMissesCreate", SURVIVES, KILLED, BY_CHANCE, DOES_NOT_APPLY),
              row("BusyMovesCounter", KILLED, SURVIVES, SURVIVES, DOES_NOT_APPLY),
              row("RestoreKeepsCounter", KILLED, SURVIVES, SURVIVES, DOES_NOT_APPLY),
              row("RestoreMeetsOthers", KILLED, KILLED, BY_CHANCE, DOES_NOT_APPLY),
              row("StaleScanStart", SURVIVES, KILLED, BY_CHANCE, KILLED),
              row("CounterMovedLate", SURVIVES, KILLED, BY_CHANCE, DOES_NOT_APPLY),
              row("BucketBeforeLock", BY_CHANCE, KILLED, BY_CHANCE, DOES_NOT_APPLY),
              row("NoSecondLook", SURVIVES, KILLED, BY_CHANCE, DOES_NOT_APPLY),
              row("NotValidBitNotMasked", SURVIVES, KILLED, BY_CHANCE, DOES_NOT_APPLY),
              row("AddedAfterUnlock", BY_CHANCE, KILLED, BY_CHANCE, DOES_NOT_APPLY),
              row("GateLeftOpen", SURVIVES, KILLED, SURVIVES, DOES_NOT_APPLY),
              row("FullAfterFewTries", KILLED, KILLED, SURVIVES, DOES_NOT_APPLY),
              row("AddedWithoutRelease", SURVIVES, KILLED, SURVIVES, DOES_NOT_APPLY),
              row("PublishedWithoutRelease", SURVIVES, KILLED, SURVIVES, DOES_NOT_APPLY),
              row("PublishedWithoutLock", SURVIVES, KILLED, SURVIVES, DOES_NOT_APPLY),
              row("UnlockWithoutRelease", SURVIVES, KILLED, SURVIVES, DOES_NOT_APPLY),
              row("LockWithoutAcquire", SURVIVES, KILLED, SURVIVES, DOES_NOT_APPLY),
              row("HeadReadPlainly", SURVIVES, KILLED, SURVIVES, DOES_NOT_APPLY),
              row("FlagReadByAcquire", SURVIVES, KILLED, SURVIVES, DOES_NOT_APPLY),
              row("CountersReadByAcquire", SURVIVES, KILLED, SURVIVES, DOES_NOT_APPLY),
              row("PinWithoutFence", SURVIVES, KILLED, SURVIVES, DOES_NOT_APPLY),
              row("SeqlockClosedEarly", SURVIVES, KILLED, SURVIVES, DOES_NOT_APPLY),
              row("TwoArrays", SURVIVES, KILLED, SURVIVES, DOES_NOT_APPLY),
              row("HolderBeforeFields", SURVIVES, KILLED, SURVIVES, DOES_NOT_APPLY),
              row("FindStores", SURVIVES, DOES_NOT_APPLY, DOES_NOT_APPLY, KILLED),
              row("LookupsCounted", SURVIVES, DOES_NOT_APPLY, DOES_NOT_APPLY, KILLED),
              row("FindFences", SURVIVES, DOES_NOT_APPLY, DOES_NOT_APPLY, KILLED),
              row("FindAllocates", SURVIVES, DOES_NOT_APPLY, DOES_NOT_APPLY, KILLED),
              row("MissLooksTwice", SURVIVES, DOES_NOT_APPLY, DOES_NOT_APPLY, KILLED),
              row("EndLocksFirst", SURVIVES, DOES_NOT_APPLY, DOES_NOT_APPLY, KILLED),
              row("BoundInLock", SURVIVES, DOES_NOT_APPLY, DOES_NOT_APPLY, KILLED),
              row("ListsOfFour", SURVIVES, DOES_NOT_APPLY, DOES_NOT_APPLY, KILLED),
              row("PollsByUpdate", SURVIVES, DOES_NOT_APPLY, DOES_NOT_APPLY, KILLED))
          .collect(Collectors.toUnmodifiableMap(Row::fault, Row::expected));

  private Expectations() {}

  /**
   * The expected result of a tool for a fault.
   *
   * @param fault the fault's name
   * @param tool the tool
   * @return the expectation
   * @throws IllegalArgumentException if the fault has no row here
   */
  public static Expected of(String fault, Tool tool) {
    List<Expected> row = ROWS.get(fault);
    if (row == null) {
      throw new IllegalArgumentException(
          "There is no expectation for the fault " + fault + "; give it a row in Expectations.");
    }
    return tool == Tool.INTERLEAVING ? BY_CHANCE : row.get(TOOLS.indexOf(tool));
  }

  private static Row row(
      String fault, Expected check, Expected exploration, Expected race, Expected access) {
    return new Row(fault, List.of(check, exploration, race, access));
  }

  private record Row(String fault, List<Expected> expected) {}
}
