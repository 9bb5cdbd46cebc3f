package org.ptstress.wild;

import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.timer.KTimer;

/**
 * Reclamation by epochs, as in crossbeam-epoch. A section is pinned at the epoch that it began in.
 * The epoch moves on when all pinned sections have reached it, and what was retired in one is freed
 * two epochs later: every section that can have seen it is over by then.
 */
final class Epochs {
  private static final int SECTIONS = 8;
  private static final int NOT_PINNED = 0;

  private final Section[] sections =
      Stream.generate(Section::new).limit(SECTIONS).toArray(Section[]::new);
  private final AtomicLong epoch = new AtomicLong(1);
  private final boolean advancesOnEntry;
  private final SpinLock lock;

  /** Guarded by the lock. */
  private final Queue<Retired> retired = new ArrayDeque<>();

  private record Retired(KTimer timer, long epoch) {}

  /** A section, of one thread at a time. */
  static final class Section {
    private final AtomicLong pinned = new AtomicLong(NOT_PINNED);
    private int depth;

    /** The epoch that it is pinned at. */
    long epoch() {
      return pinned.get();
    }
  }

  /**
   * The first epoch.
   *
   * @param advancesOnEntry whether who enters a section tries to move the epoch on, and not only
   *     who retires or creates
   * @param lock guards the list of what is retired
   */
  Epochs(boolean advancesOnEntry, SpinLock lock) {
    this.advancesOnEntry = advancesOnEntry;
    this.lock = lock;
  }

  Section enter() {
    if (advancesOnEntry) {
      advance();
    }
    while (true) {
      for (Section section : sections) {
        if (section.pinned.get() == NOT_PINNED
            && section.pinned.compareAndSet(NOT_PINNED, epoch.get())) {
          section.depth = 1;
          // Pairs with the fence before the epoch of a removal is read: whoever is not seen pinned
          // sees the removal.
          VarHandle.fullFence();
          return section;
        }
      }
      Thread.onSpinWait();
    }
  }

  /** Enters a section that its thread is in. */
  void enterAgain(Section section) {
    section.depth++;
  }

  /** Pins a section at the epoch of now. */
  void repin(Section section) {
    section.pinned.set(epoch.get());
    VarHandle.fullFence();
  }

  void leave(Section section) {
    if (--section.depth == 0) {
      section.pinned.set(NOT_PINNED);
    }
  }

  long epoch() {
    return epoch.get();
  }

  long epochOpaque() {
    return epoch.getOpaque();
  }

  /** Frees a timer two epochs behind the given one. */
  void retire(KTimer timer, long at) {
    lock.lock();
    retired.add(new Retired(timer, at));
    lock.unlock();
    advance();
    free();
  }

  /** Moves the epoch on if all pinned sections have reached it. */
  void advance() {
    long now = epoch.get();
    for (Section section : sections) {
      long pinned = section.pinned.get();
      if (pinned != NOT_PINNED && pinned != now) {
        return;
      }
    }
    epoch.compareAndSet(now, now + 1);
  }

  /** Frees what nobody can see any more. */
  void free() {
    lock.lock();
    for (Retired oldest = retired.peek();
        oldest != null && oldest.epoch + 2 <= epoch.get();
        oldest = retired.peek()) {
      retired.remove();
      oldest.timer.reclaim();
    }
    lock.unlock();
  }
}
