package org.ptstress.stress.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.syscall.SigEvent;
import org.ptstress.model.syscall.TimerSyscalls;
import org.ptstress.model.syscall.UserId;
import org.ptstress.model.timer.ClockId;
import org.ptstress.model.timer.Process;
import org.ptstress.model.timer.SlabAddresses;
import org.ptstress.model.timer.TimerInfo;
import org.ptstress.run.result.CheckResult;

/**
 * Two processes whose addresses lie near each other, with one timer each, whose ids make up for the
 * distance: the keys are equal if a table adds an id to the address, or to a multiple or share of
 * it, or combines both by exclusive or. Where a timer does not get such an id, those that they get
 * are told apart.
 */
final class CloseProcesses {
  static final String NAME = "CloseProcesses";
  static final List<Claim> CLAIMS = List.of(Claim.OWNER_ISOLATION, Claim.NO_LOST_TIMER);

  private static final int ID_BITS = 31;

  /** The objects between both processes in their slab, and one more. */
  private static final List<Integer> STEPS = List.of(1, 2, 7);

  private static final List<Integer> IDS = List.of(0, 1, 500);

  /** Of hash functions of the JDK and of strings. */
  private static final List<Integer> MULTIPLIERS = List.of(1, 31, 33, 37, 127, 257, 1_000_003);

  /** The bits that tables drop because addresses are aligned. */
  private static final int LARGEST_SHIFT = 12;

  private final Design design;
  private final FailedCreates failedCreates = new FailedCreates();
  private int pairs;

  /** Those of the ids that make up for the distance. */
  private int asWanted;

  private @Nullable String foreign;
  private @Nullable String lost;

  private CloseProcesses(Design design) {
    this.design = design;
  }

  static List<CheckResult> check(Design design) {
    return new CloseProcesses(design).rows();
  }

  private List<CheckResult> rows() {
    for (int steps : STEPS) {
      for (int id : IDS) {
        SlabAddresses addresses = new SlabAddresses(steps);
        long first = addresses.next();
        long second = Stream.generate(addresses::next).limit(steps).reduce(first, (a, b) -> b);
        for (long other : colliding(first, second, id)) {
          if (other >= 0 && other <= Integer.MAX_VALUE && other != id) {
            new Pair(first, second).look((int) other, id);
          }
        }
      }
    }
    List<CheckResult> rows = new ArrayList<>(failedCreates.rows(design, NAME));
    rows.add(row(Claim.OWNER_ISOLATION, foreign));
    rows.add(row(Claim.NO_LOST_TIMER, lost));
    return rows;
  }

  /** The ids of the first process that may have the key of an id of the second one. */
  private static Set<Long> colliding(long first, long second, int id) {
    Set<Long> ids = new LinkedHashSet<>();
    for (int multiplier : MULTIPLIERS) {
      ids.add(multiplier * (second - first) + id);
    }
    for (int shift = 1; shift <= LARGEST_SHIFT; shift++) {
      ids.add((second >>> shift) - (first >>> shift) + id);
    }
    ids.add(first ^ second ^ id);
    return ids;
  }

  private CheckResult row(Claim claim, @Nullable String witness) {
    if (pairs == 0) {
      return CheckResult.notRun(design.name(), NAME, claim, "no two creates succeed");
    }
    String held =
        pairs
            + " pairs of timers of two processes were told apart, "
            + asWanted
            + " of them at ids that make up for the distance of their owners.";
    return CheckResult.ran(
        design.name(), NAME, claim, witness == null, pairs, witness == null ? held : witness);
  }

  /** Both processes on a new table. */
  private final class Pair {
    private final TimerSyscalls syscalls;
    private final Process first;
    private final Process second;

    Pair(long first, long second) {
      TableConfig config = TableConfig.narrow(ID_BITS);
      this.syscalls = TimerSyscalls.over(design, config);
      this.first = new Process(first, Integer.MAX_VALUE, config.locks());
      this.second = new Process(second, Integer.MAX_VALUE, config.locks());
    }

    void look(int wantedOfFirst, int wantedOfSecond) {
      int firstId = create(first, wantedOfFirst, 1);
      if (firstId < 0) {
        return;
      }
      int secondId = create(second, wantedOfSecond, 2);
      String text =
          "Of two processes "
              + (second.address() - first.address())
              + " bytes apart, with timers "
              + firstId
              + " and "
              + (secondId < 0 ? wantedOfSecond : secondId)
              + ", ";
      if (secondId == -Errno.EBUSY) {
        pairs++;
        foreign = text + "the second is refused its id, which only the first can have taken.";
        return;
      }
      if (secondId < 0) {
        return;
      }
      pairs++;
      asWanted += firstId == wantedOfFirst && secondId == wantedOfSecond ? 1 : 0;
      expect(first, firstId, 1, text + "the first ");
      expect(second, secondId, 2, text + "the second ");
      delete(second, secondId, text + "the second ");
      expect(first, firstId, 1, text + "the first, behind the delete of the other, ");
      delete(first, firstId, text + "the first ");
    }

    /** Returns the id that the timer got, or a negated error number. */
    private int create(Process owner, int wanted, int value) {
      UserId id = UserId.of(wanted);
      boolean exact =
          CallThrew.unless(() -> syscalls.prctl(owner, TimerSyscalls.RESTORE_IDS_ON)) == 0;
      owner.setNextTimerId(wanted);
      int error =
          CallThrew.unless(
              () -> syscalls.timerCreate(owner, ClockId.MONOTONIC, SigEvent.of(value), id));
      if (error == -Errno.EBUSY && exact) {
        return error;
      }
      failedCreates.note(error, "beside one timer of another process, with ids of 31 bits");
      return error == 0 ? id.get() : error;
    }

    private void expect(Process owner, int id, int value, String who) {
      TimerInfo info = new TimerInfo();
      if (CallThrew.unless(() -> syscalls.timerGettime(owner, id, info)) != 0) {
        lost = who + "does not find its own.";
      } else if (info.sigevValue() != value) {
        foreign = who + "finds the other's.";
      }
    }

    private void delete(Process owner, int id, String who) {
      if (CallThrew.unless(() -> syscalls.timerDelete(owner, id)) != 0) {
        lost = who + "cannot delete its own.";
      }
    }
  }
}
