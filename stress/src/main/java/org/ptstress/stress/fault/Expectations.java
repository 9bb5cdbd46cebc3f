package org.ptstress.stress.fault;

import static org.ptstress.run.result.Expected.DOES_NOT_APPLY;
import static org.ptstress.run.result.Expected.HANGS;
import static org.ptstress.run.result.Expected.KILLED;
import static org.ptstress.run.result.Expected.SURVIVES;
import static org.ptstress.run.result.Expected.WEAK_MEMORY_ONLY;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ptstress.run.result.Expected;
import org.ptstress.run.result.Tool;

/** What each tool is expected to make of each fault. */
public final class Expectations {
  /** The tools in the order of the columns below. */
  private static final List<Tool> TOOLS =
      List.of(Tool.CHECK, Tool.INTERLEAVING, Tool.RACE, Tool.ACCESS);

  private static final Map<String, List<Expected>> ROWS =
      Stream.of(
              row("UnhashWithoutRcu", SURVIVES, KILLED, SURVIVES, DOES_NOT_APPLY),
              row("HeadBeforeNext", SURVIVES, KILLED, SURVIVES, DOES_NOT_APPLY),
              row("RemoveLocksOtherChain", KILLED, KILLED, KILLED, DOES_NOT_APPLY),
              row("HashIgnoresId", KILLED, SURVIVES, SURVIVES, DOES_NOT_APPLY),
              row("SignedCounter", KILLED, KILLED, KILLED, DOES_NOT_APPLY),
              row("UnmaskedCounter", KILLED, KILLED, KILLED, DOES_NOT_APPLY),
              row("WrapsToOne", SURVIVES, KILLED, KILLED, DOES_NOT_APPLY),
              row("WrapsUnnoticed", KILLED, KILLED, KILLED, DOES_NOT_APPLY),
              row("StaysBehindTheEnd", KILLED, KILLED, KILLED, DOES_NOT_APPLY),
              row("OneTryShort", KILLED, KILLED, SURVIVES, DOES_NOT_APPLY),
              row("OneTryLong", KILLED, KILLED, KILLED, DOES_NOT_APPLY),
              row("MachineWideCounter", KILLED, KILLED, KILLED, DOES_NOT_APPLY),
              row("MachineWideCapacity", KILLED, KILLED, KILLED, DOES_NOT_APPLY),
              row("IdOf24Bits", KILLED, SURVIVES, SURVIVES, DOES_NOT_APPLY),
              row("IdentityAfterInsertion", SURVIVES, KILLED, KILLED, DOES_NOT_APPLY),
              row("ValidBeforeInitialised", SURVIVES, KILLED, KILLED, DOES_NOT_APPLY),
              row("NoOwnerRecheck", SURVIVES, KILLED, KILLED, DOES_NOT_APPLY),
              row("FindIgnoresOwner", SURVIVES, KILLED, KILLED, DOES_NOT_APPLY),
              row("SignBitIgnored", KILLED, SURVIVES, SURVIVES, DOES_NOT_APPLY),
              row("PlainReadInWaitLoop", SURVIVES, SURVIVES, HANGS, DOES_NOT_APPLY),
              row("FindTakesLock", SURVIVES, KILLED, SURVIVES, KILLED),
              row("FindTakesChainLock", SURVIVES, KILLED, SURVIVES, KILLED),
              row("CreateTakesLock", SURVIVES, KILLED, SURVIVES, KILLED),
              row("NoGracePeriod", SURVIVES, KILLED, KILLED, DOES_NOT_APPLY),
              row("FailedCreateLeftHashed", KILLED, SURVIVES, SURVIVES, DOES_NOT_APPLY),
              row("ChargeKept", KILLED, KILLED, KILLED, DOES_NOT_APPLY),
              row("DeleteTwice", SURVIVES, KILLED, KILLED, DOES_NOT_APPLY),
              row("ExitMissesCreate", SURVIVES, KILLED, KILLED, DOES_NOT_APPLY),
              row("BusyMovesCounter", KILLED, SURVIVES, SURVIVES, DOES_NOT_APPLY),
              row("RestoreKeepsCounter", KILLED, SURVIVES, SURVIVES, DOES_NOT_APPLY),
              row("RestoreMeetsOthers", KILLED, KILLED, KILLED, DOES_NOT_APPLY),
              row("StaleScanStart", SURVIVES, KILLED, KILLED, DOES_NOT_APPLY),
              row("CounterMovedLate", SURVIVES, KILLED, KILLED, DOES_NOT_APPLY),
              row("BucketBeforeLock", KILLED, KILLED, KILLED, DOES_NOT_APPLY),
              row("NoSecondLook", SURVIVES, KILLED, KILLED, DOES_NOT_APPLY),
              row("NotValidBitNotMasked", SURVIVES, KILLED, KILLED, DOES_NOT_APPLY),
              row("AddedAfterUnlock", KILLED, KILLED, KILLED, DOES_NOT_APPLY),
              row("GateLeftOpen", SURVIVES, KILLED, SURVIVES, DOES_NOT_APPLY),
              row("FullAfterFewTries", KILLED, KILLED, SURVIVES, DOES_NOT_APPLY),
              row("AddedWithoutRelease", SURVIVES, SURVIVES, WEAK_MEMORY_ONLY, DOES_NOT_APPLY),
              row("PublishedWithoutRelease", SURVIVES, SURVIVES, WEAK_MEMORY_ONLY, DOES_NOT_APPLY),
              row("PublishedWithoutLock", SURVIVES, SURVIVES, WEAK_MEMORY_ONLY, DOES_NOT_APPLY),
              row("UnlockWithoutRelease", SURVIVES, SURVIVES, WEAK_MEMORY_ONLY, DOES_NOT_APPLY),
              row("LockWithoutAcquire", SURVIVES, SURVIVES, WEAK_MEMORY_ONLY, DOES_NOT_APPLY),
              row("HeadReadPlainly", SURVIVES, SURVIVES, WEAK_MEMORY_ONLY, DOES_NOT_APPLY),
              row("FlagReadByAcquire", SURVIVES, SURVIVES, WEAK_MEMORY_ONLY, DOES_NOT_APPLY),
              row("CountersReadByAcquire", SURVIVES, SURVIVES, WEAK_MEMORY_ONLY, DOES_NOT_APPLY),
              row("PinWithoutFence", SURVIVES, SURVIVES, WEAK_MEMORY_ONLY, DOES_NOT_APPLY),
              row("SeqlockClosedEarly", SURVIVES, SURVIVES, WEAK_MEMORY_ONLY, DOES_NOT_APPLY),
              row("TwoArrays", SURVIVES, SURVIVES, WEAK_MEMORY_ONLY, DOES_NOT_APPLY),
              row("HolderBeforeFields", SURVIVES, SURVIVES, WEAK_MEMORY_ONLY, DOES_NOT_APPLY),
              row("FindStores", SURVIVES, SURVIVES, SURVIVES, KILLED),
              row("LookupsCounted", SURVIVES, SURVIVES, SURVIVES, KILLED),
              row("FindFences", SURVIVES, SURVIVES, SURVIVES, KILLED),
              row("FindAllocates", SURVIVES, SURVIVES, SURVIVES, KILLED),
              row("MissLooksTwice", SURVIVES, SURVIVES, SURVIVES, KILLED),
              row("EndLocksFirst", SURVIVES, SURVIVES, SURVIVES, KILLED),
              row("BoundInLock", SURVIVES, SURVIVES, SURVIVES, KILLED),
              row("ListsOfFour", SURVIVES, SURVIVES, SURVIVES, KILLED),
              row("PollsByUpdate", SURVIVES, SURVIVES, SURVIVES, KILLED))
          .collect(Collectors.toUnmodifiableMap(Row::fault, Row::expected));

  private Expectations() {}

  /**
   * What a tool is expected to make of a fault.
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
          "Nothing is expected of the fault " + fault + "; give it a row in Expectations.");
    }
    return row.get(TOOLS.indexOf(tool));
  }

  private static Row row(
      String fault, Expected check, Expected interleaving, Expected race, Expected access) {
    return new Row(fault, List.of(check, interleaving, race, access));
  }

  private record Row(String fault, List<Expected> expected) {}
}
