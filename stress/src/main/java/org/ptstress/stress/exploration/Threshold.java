package org.ptstress.stress.exploration;

import java.util.Arrays;
import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.LockKind;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.spec.Scenario;
import org.ptstress.model.spec.ScenarioPlan;
import org.ptstress.model.syscall.SigEvent;
import org.ptstress.model.syscall.TimerSyscalls;
import org.ptstress.model.syscall.UserId;
import org.ptstress.model.timer.ClockId;
import org.ptstress.model.timer.Process;
import org.ptstress.stress.engine.explore.Explorer;
import org.ptstress.stress.engine.explore.Program;
import org.ptstress.stress.scenario.Scenarios;

/**
 * Selects the number of timers at which a design changes its ways: where it grows, overflows, or
 * begins to lock. That is the create whose accesses exceed those of the ones before it most, among
 * those that no other scenario holds. The choice is no evidence; a wrong choice only costs an
 * exploration that finds nothing.
 */
final class Threshold implements Program {
  /** Fewer timers are those of the small scenarios. */
  private static final int LEAST = 4;

  /** The factor by which a later jump must exceed an earlier one: more timers cost more time. */
  private static final int TIMES = 3;

  /** The number of creates before one that it must exceed: chains differ in length. */
  private static final int RECENT = 16;

  /** The maximum of accesses of a set-up, which each execution repeats. */
  private static final int MOST_ACCESSES = 40_000;

  private final Explorer explorer;
  private final Design design;
  private final int idBits;
  private final int[] recent = new int[RECENT];
  private int total;
  private int best;
  private int places = LEAST;

  private Threshold(Explorer explorer, Scenario scenario, Design design) {
    this.explorer = explorer;
    this.design = design;
    this.idBits = scenario.idBits();
  }

  /** The timers that fit before the change; the classes of the design must be initialised. */
  static int of(Explorer explorer, Scenario scenario, Design design) {
    Threshold threshold = new Threshold(explorer, scenario, design);
    explorer.meetings(threshold);
    return threshold.places;
  }

  @Override
  public int actors() {
    return 1;
  }

  @Override
  public Run start() {
    TableConfig config = TableConfig.narrow(idBits).withLocks(LockKind.TEST_AND_SET);
    Rcu rcu = config.reclamation().newRcu();
    TimerSyscalls syscalls = new TimerSyscalls(design.newTable(config, rcu), config, rcu);
    Process process = new Process(ScenarioPlan.FIRST_ADDRESS, Integer.MAX_VALUE, config.locks());
    return new Run() {
      @Override
      public void act(int actor) {
        for (int ordinal = 1; ordinal <= Scenarios.MOST_TIMERS; ordinal++) {
          int start = explorer.accesses();
          syscalls.timerCreate(process, ClockId.MONOTONIC, SigEvent.of(ordinal), UserId.of(0));
          note(ordinal, explorer.accesses() - start);
        }
      }

      @Override
      public String outcome() {
        return "";
      }
    };
  }

  private void note(int ordinal, int accesses) {
    int more = accesses - Arrays.stream(recent).max().orElseThrow();
    recent[ordinal % RECENT] = accesses;
    total += accesses;
    if (ordinal > LEAST
        && total <= MOST_ACCESSES
        && more > TIMES * best
        && !Scenarios.isWritten(ordinal)) {
      best = more;
      places = ordinal - 1;
    }
  }
}
