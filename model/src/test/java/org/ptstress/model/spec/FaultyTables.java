package org.ptstress.model.spec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Corruption;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** Good tables with one wrong method each. */
final class FaultyTables {
  private FaultyTables() {}

  /** The second timer gets the id of the first. */
  static final class DuplicateId extends FaultyDesign.Table {
    private @Nullable KTimer first;

    DuplicateId(TimerTable good) {
      super(good);
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      int id = super.insert(owner, timer);
      if (id >= 0 && first == null) {
        first = timer;
      } else if (id >= 0 && first != null) {
        timer.setId(first.id());
        return first.id();
      }
      return id;
    }
  }

  /** A create fails with an error that is none of its own. */
  static final class NegativeId extends FaultyDesign.Table {
    private int inserts;

    NegativeId(TimerTable good) {
      super(good);
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      // The first one is the set-up's.
      return ++inserts == 2 ? -5 : super.insert(owner, timer);
    }
  }

  /** The counter goes to 1 after the largest id. */
  static final class WrapsToOne extends FaultyDesign.Table {
    WrapsToOne(TimerTable good) {
      super(good);
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      if (owner.nextTimerId() == 4) {
        owner.setNextTimerId(5);
      }
      return super.insert(owner, timer);
    }
  }

  /** A search gives up although ids are free. */
  static final class FalseEagain extends FaultyDesign.Table {
    private int inserts;

    FalseEagain(TimerTable good) {
      super(good);
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      return ++inserts == 3 ? -Errno.EAGAIN : super.insert(owner, timer);
    }
  }

  /** Delete forgets to unhash. */
  static final class ForgetsToUnhash extends FaultyDesign.Table {
    ForgetsToUnhash(TimerTable good) {
      super(good);
    }

    @Override
    public void remove(Process owner, KTimer timer) {}
  }

  /** Delete keeps the charge. */
  static final class KeepsCharge extends FaultyDesign.Table {
    KeepsCharge(TimerTable good) {
      super(good);
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      super.remove(owner, timer);
      owner.chargeSignal();
    }
  }

  /** A wanted id is busy if another process has it. */
  static final class RefusesForeignIds extends FaultyDesign.Table {
    RefusesForeignIds(TimerTable good) {
      super(good);
    }

    @Override
    public int insertAt(Process owner, KTimer timer, int id) {
      return hashed().stream().anyMatch(other -> other.id() == id)
          ? -Errno.EBUSY
          : super.insertAt(owner, timer, id);
    }
  }

  /** No exact ids, and a counter for all processes. */
  static final class CountsForAllInLoop extends CountsForAll {
    CountsForAllInLoop(TimerTable good) {
      super(good);
    }

    @Override
    public boolean hasExactIds() {
      return false;
    }
  }

  /** No exact ids, and a freed id comes back at once. */
  static final class ReusesAtOnceInLoop extends FaultyDesign.Table {
    ReusesAtOnceInLoop(TimerTable good) {
      super(good);
    }

    @Override
    public boolean hasExactIds() {
      return false;
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      owner.setNextTimerId(0);
      return super.insert(owner, timer);
    }
  }

  /** A process is refused for the ids of another. */
  static final class SharesCapacity extends FaultyDesign.Table {
    SharesCapacity(TimerTable good) {
      super(good);
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      return hashed().size() == 2 ? -Errno.EAGAIN : super.insert(owner, timer);
    }
  }

  /** Processes share their ids, and are refused while one is free. */
  static final class SharesLessCapacity extends FaultyDesign.Table {
    SharesLessCapacity(TimerTable good) {
      super(good);
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      return hashed().size() == 3 ? -Errno.EAGAIN : super.insert(owner, timer);
    }
  }

  /** No lookup finds anything. */
  static final class FindsNothing extends FaultyDesign.Table {
    FindsNothing(TimerTable good) {
      super(good);
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      return null;
    }
  }

  /** A lookup gives the neighbour. */
  static final class FindsNeighbour extends FaultyDesign.Table {
    FindsNeighbour(TimerTable good) {
      super(good);
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      KTimer neighbour = super.find(owner, id ^ 1);
      return neighbour == null ? super.find(owner, id) : neighbour;
    }
  }

  /** A walk reads memory that was freed. */
  static final class ReadsFreedMemory extends FaultyDesign.Table {
    ReadsFreedMemory(TimerTable good) {
      super(good);
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      super.remove(owner, timer);
      timer.report(Corruption.USE_AFTER_FREE);
    }
  }

  /** Delete unhashes twice. */
  static final class UnhashesTwice extends FaultyDesign.Table {
    UnhashesTwice(TimerTable good) {
      super(good);
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      super.remove(owner, timer);
      super.remove(owner, timer);
    }
  }

  /** Delete frees twice. */
  static final class FreesTwice extends FaultyDesign.Table {
    FreesTwice(TimerTable good) {
      super(good);
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      super.remove(owner, timer);
      timer.reclaim();
    }
  }

  /** A lookup finds the timer that was deleted last, so that a second delete succeeds. */
  static final class FindsDeleted extends FaultyDesign.Table {
    private @Nullable KTimer deleted;

    FindsDeleted(TimerTable good) {
      super(good);
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      KTimer timer = super.find(owner, id);
      if (timer == null && deleted != null) {
        timer = deleted;
        timer.setSignal(owner.address());
      }
      return timer;
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      if (timer != deleted) {
        super.remove(owner, timer);
      }
      deleted = timer;
    }
  }

  /** Ids are counted for the machine, not for a process. */
  static class CountsForAll extends FaultyDesign.Table {
    private int next;

    CountsForAll(TimerTable good) {
      super(good);
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      owner.setNextTimerId(next);
      int id = super.insert(owner, timer);
      next = owner.nextTimerId();
      return id;
    }
  }

  /** A lookup hands the timer of another process over. */
  static final class CrossesProcesses extends FaultyDesign.Table {
    private final List<Process> processes = new ArrayList<>();

    CrossesProcesses(TimerTable good) {
      super(good);
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      processes.add(owner);
      return super.insert(owner, timer);
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      KTimer own = super.find(owner, id);
      if (own != null) {
        return own;
      }
      for (Process process : processes) {
        KTimer foreign = super.find(process, id);
        if (foreign != null) {
          return adopt(foreign, owner);
        }
      }
      return null;
    }

    /** Makes the timer pass the caller's second look at its owner. */
    private static KTimer adopt(KTimer foreign, Process owner) {
      foreign.setSignal(owner.address());
      return foreign;
    }
  }

  /** An id is cut to 31 bits before it is looked up. */
  static final class AliasesIds extends FaultyDesign.Table {
    AliasesIds(TimerTable good) {
      super(good);
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      return super.find(owner, id & Integer.MAX_VALUE);
    }
  }

  /** A wanted id is taken for another one. */
  static final class RestoresNextId extends FaultyDesign.Table {
    RestoresNextId(TimerTable good) {
      super(good);
    }

    @Override
    public int insertAt(Process owner, KTimer timer, int id) {
      return super.insertAt(owner, timer, id == 6 ? 7 : id);
    }
  }

  /** Every wanted id is busy. */
  static final class AlwaysBusy extends FaultyDesign.Table {
    AlwaysBusy(TimerTable good) {
      super(good);
    }

    @Override
    public int insertAt(Process owner, KTimer timer, int id) {
      return -Errno.EBUSY;
    }
  }

  /** -EBUSY moves the counter. */
  static final class BusyMovesCounter extends FaultyDesign.Table {
    BusyMovesCounter(TimerTable good) {
      super(good);
    }

    @Override
    public int insertAt(Process owner, KTimer timer, int id) {
      int result = super.insertAt(owner, timer, id);
      owner.setNextTimerId(id + 1);
      return result;
    }
  }

  /** Every second id is left out. */
  static final class SkipsIds extends FaultyDesign.Table {
    SkipsIds(TimerTable good) {
      super(good);
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      int id = super.insert(owner, timer);
      owner.setNextTimerId(owner.nextTimerId() + 1);
      return id;
    }
  }

  /** A published timer is not put on its owner's list. */
  static final class ForgetsToList extends FaultyDesign.Table {
    ForgetsToList(TimerTable good) {
      super(good);
    }

    @Override
    public void publish(Process owner, KTimer timer) {
      timer.setSignal(owner.address());
    }
  }

  static final class ThrowsInFind extends FaultyDesign.Table {
    ThrowsInFind(TimerTable good) {
      super(good);
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      throw new ArrayIndexOutOfBoundsException(id);
    }
  }

  static final class ThrowsInRemove extends FaultyDesign.Table {
    ThrowsInRemove(TimerTable good) {
      super(good);
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      throw new AssertionError("nobody expects this");
    }
  }

  /** As checked walks do over a chain that leads back into itself. */
  static final class FindsNoEnd extends FaultyDesign.Table {
    FindsNoEnd(TimerTable good) {
      super(good);
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      KTimer timer = good.find(owner, id);
      if (timer != null) {
        timer.report(Corruption.ENDLESS_CHAIN);
      }
      return null;
    }
  }
}
