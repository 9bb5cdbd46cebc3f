package org.ptstress.model.spec;

import java.util.List;
import java.util.function.UnaryOperator;
import org.ptstress.model.Claim;
import org.ptstress.model.TimerTable;

/**
 * A seeded fault.
 *
 * @param description what goes wrong
 * @param claim the one claim that it breaks
 * @param scenario a program that meets it
 * @param table puts the fault over a good table
 */
record Fault(String description, Claim claim, Scenario scenario, UnaryOperator<TimerTable> table) {
  static final List<Fault> ALL =
      List.of(
          new Fault(
              "The second timer gets the id of the first",
              Claim.UNIQUE_IDS,
              SampleScenarios.ONE_FREE_ID,
              FaultyTables.DuplicateId::new),
          new Fault(
              "A create fails with an error that is none of its own",
              Claim.VALID_IDS,
              SampleScenarios.ONE_FREE_ID,
              FaultyTables.NegativeId::new),
          new Fault(
              "The counter goes to 1 after the largest id",
              Claim.WRAPS_TO_ZERO,
              SampleScenarios.WRAP_AROUND,
              FaultyTables.WrapsToOne::new),
          new Fault(
              "A search gives up although ids are free",
              Claim.EAGAIN_ONLY_WHEN_FULL,
              SampleScenarios.NEVER_FULL,
              FaultyTables.FalseEagain::new),
          new Fault(
              "A lookup throws",
              Claim.CALLS_END,
              SampleScenarios.DELETE_AGAINST_FIND,
              FaultyTables.ThrowsInFind::new),
          new Fault(
              "A delete throws",
              Claim.CALLS_END,
              SampleScenarios.DELETE_AGAINST_DELETE,
              FaultyTables.ThrowsInRemove::new),
          new Fault(
              "A lookup does not end",
              Claim.CALLS_END,
              SampleScenarios.DELETE_AGAINST_FIND,
              FaultyTables.FindsNoEnd::new),
          new Fault(
              "Delete forgets to unhash",
              Claim.NO_DANGLING_TIMER,
              SampleScenarios.DELETE_AGAINST_DELETE,
              FaultyTables.ForgetsToUnhash::new),
          new Fault(
              "Delete keeps the charge",
              Claim.NO_DANGLING_TIMER,
              SampleScenarios.DELETE_AGAINST_DELETE,
              FaultyTables.KeepsCharge::new),
          new Fault(
              "No lookup finds anything",
              Claim.NO_LOST_TIMER,
              SampleScenarios.DELETE_AGAINST_FIND,
              FaultyTables.FindsNothing::new),
          new Fault(
              "A lookup gives the neighbour",
              Claim.NO_STALE_FIND,
              SampleScenarios.DELETE_AGAINST_FIND,
              FaultyTables.FindsNeighbour::new),
          new Fault(
              "A walk reads memory that was freed",
              Claim.NO_STALE_FIND,
              SampleScenarios.DELETE_AGAINST_FIND,
              FaultyTables.ReadsFreedMemory::new),
          new Fault(
              "Delete unhashes twice",
              Claim.SINGLE_DELETE,
              SampleScenarios.DELETE_AGAINST_DELETE,
              FaultyTables.UnhashesTwice::new),
          new Fault(
              "Delete frees twice",
              Claim.SINGLE_DELETE,
              SampleScenarios.DELETE_AGAINST_DELETE,
              FaultyTables.FreesTwice::new),
          new Fault(
              "A lookup finds the timer that was deleted last, so that a second delete succeeds",
              Claim.SINGLE_DELETE,
              SampleScenarios.DELETE_AGAINST_DELETE,
              FaultyTables.FindsDeleted::new),
          new Fault(
              "Ids are counted for the machine, not for a process",
              Claim.OWNER_ISOLATION,
              SampleScenarios.TWO_PROCESSES,
              FaultyTables.CountsForAll::new),
          new Fault(
              "A lookup hands the timer of another process over",
              Claim.OWNER_ISOLATION,
              SampleScenarios.TWO_PROCESSES,
              FaultyTables.CrossesProcesses::new),
          new Fault(
              "An id is cut to 31 bits before it is looked up",
              Claim.REJECTS_OUT_OF_RANGE,
              SampleScenarios.FIND_OUT_OF_RANGE,
              FaultyTables.AliasesIds::new),
          new Fault(
              "A wanted id is taken for another one",
              Claim.EXACT_RESTORE,
              SampleScenarios.RESTORE_OTHER_ID,
              FaultyTables.RestoresNextId::new),
          new Fault(
              "Every wanted id is busy",
              Claim.EXACT_RESTORE,
              SampleScenarios.RESTORE_OTHER_ID,
              FaultyTables.AlwaysBusy::new),
          new Fault(
              "-EBUSY moves the counter",
              Claim.EXACT_RESTORE,
              SampleScenarios.RESTORE_BUSY_ID,
              FaultyTables.BusyMovesCounter::new),
          new Fault(
              "A wanted id is busy if another process has it",
              Claim.RESTORABLE_IDS,
              SampleScenarios.RESTORE_BESIDE_ANOTHER,
              FaultyTables.RefusesForeignIds::new),
          new Fault(
              "No exact ids, and a counter for all processes",
              Claim.RESTORABLE_IDS,
              SampleScenarios.RESTORE_BESIDE_ANOTHER,
              FaultyTables.CountsForAllInLoop::new),
          new Fault(
              "No exact ids, and a freed id comes back at once",
              Claim.RESTORABLE_IDS,
              SampleScenarios.RESTORE_BESIDE_ANOTHER,
              FaultyTables.ReusesAtOnceInLoop::new),
          new Fault(
              "A process is refused for the ids of another",
              Claim.OWNER_ISOLATION,
              SampleScenarios.FULL_NEIGHBOUR,
              FaultyTables.SharesCapacity::new),
          new Fault(
              "Processes share their ids, and are refused while one is free",
              Claim.EAGAIN_ONLY_WHEN_FULL,
              SampleScenarios.LAST_SHARED_ID,
              FaultyTables.SharesLessCapacity::new),
          new Fault(
              "Every second id is left out",
              Claim.SEQUENTIAL_IDS,
              SampleScenarios.ONE_AFTER_THE_OTHER,
              FaultyTables.SkipsIds::new),
          new Fault(
              "A published timer is not put on its owner's list",
              Claim.NO_LEAK_ON_EXIT,
              SampleScenarios.EXIT_ALONE,
              FaultyTables.ForgetsToList::new));

  FaultyDesign design() {
    return new FaultyDesign(table);
  }

  @Override
  public String toString() {
    return description;
  }
}
