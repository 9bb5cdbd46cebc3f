package org.ptstress.stress.check;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.ReclamationKind;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.run.result.CheckResult;

/**
 * Checks that deleted timers, and those of an ended process, become unreachable. A table can hide
 * them from lookups and hooks, but not from the garbage collector; the harness itself keeps no
 * reference.
 *
 * <p>A reference that stays until its slot is reused, as in an array, is no leak. So a second batch
 * of timers follows, and a leak is reported if most of the first batch stay reachable.
 */
final class Remains {
  static final String NAME = "Remains";
  static final List<Claim> CLAIMS = List.of(Claim.NO_DANGLING_TIMER, Claim.NO_LEAK_ON_EXIT);

  private static final int ID_BITS = 31;

  /** Few live at a time, so that they fit into a small table. */
  private static final int TIMERS = 8;

  private static final int ROUNDS = 256;

  /** The second batch reuses the slots of the first. */
  private static final int BATCHES = 2;

  /** One collection suffices for today's collectors, but no specification says so. */
  private static final int COLLECTIONS = 3;

  private final Design design;
  private final Calls calls;

  private Remains(Design design) {
    this.design = design;
    this.calls =
        new Calls(design, TableConfig.narrow(ID_BITS).withReclamation(ReclamationKind.COLLECTOR));
  }

  static List<CheckResult> check(Design design) {
    Remains deleted = new Remains(design);
    Remains ended = new Remains(design);
    List<CheckResult> rows = new ArrayList<>(List.of(deleted.deleted(), ended.ofEnded()));
    rows.addAll(deleted.calls.failedCreates().rows(design, NAME));
    rows.addAll(ended.calls.failedCreates().rows(design, NAME));
    return rows;
  }

  private CheckResult deleted() {
    Process process = calls.newProcess();
    return row(
        Claim.NO_DANGLING_TIMER,
        "were deleted",
        timers -> {
          List<Integer> ids = create(process, timers);
          ids.forEach(id -> calls.delete(process, id));
        });
  }

  private CheckResult ofEnded() {
    return row(
        Claim.NO_LEAK_ON_EXIT,
        "belonged to processes that have ended",
        timers -> {
          Process process = calls.newProcess();
          create(process, timers);
          calls.exit(process);
        });
  }

  /** Creates some timers and ends them. */
  private interface Round {
    void run(List<WeakReference<KTimer>> timers);
  }

  private CheckResult row(Claim claim, String what, Round round) {
    List<WeakReference<KTimer>> first = new ArrayList<>();
    for (int batch = 0; batch < BATCHES; batch++) {
      List<WeakReference<KTimer>> timers = batch == 0 ? first : new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        round.run(timers);
      }
    }
    if (first.isEmpty()) {
      return CheckResult.notRun(design.name(), NAME, claim, "no create succeeds");
    }
    WeakReference<Object> control = new WeakReference<>(new Object());
    long left = first.size();
    try {
      for (int i = 0; i < COLLECTIONS && left > 0; i++) {
        System.gc();
        left = first.stream().filter(timer -> timer.get() != null).count();
      }
    } finally {
      Reference.reachabilityFence(calls);
    }
    if (control.get() != null) {
      return CheckResult.notRun(design.name(), NAME, claim, "the JVM ignores System.gc()");
    }
    return CheckResult.ran(
        design.name(),
        NAME,
        claim,
        2 * left <= first.size(),
        1,
        String.format(
            Locale.ROOT,
            "The table still refers to %d of %d timers that %s.",
            left,
            first.size(),
            what));
  }

  /** Creates timers, notes those that are found, and returns their ids. */
  private List<Integer> create(Process process, List<WeakReference<KTimer>> timers) {
    List<Integer> ids = new ArrayList<>();
    for (int i = 0; i < TIMERS; i++) {
      int id = calls.create(process);
      if (id >= 0) {
        ids.add(id);
        KTimer timer = calls.table().find(process, id);
        if (timer != null) {
          timers.add(new WeakReference<>(timer));
        }
      }
    }
    return ids;
  }
}
