package org.ptstress.model.design;

import org.jspecify.annotations.Nullable;
import org.ptstress.model.kernel.Corruption;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.RadixIdr;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** Steps over an idr and its lock that the designs share. */
final class Idrs {
  private Idrs() {}

  /**
   * Gives a timer the lowest free id; blocks on the lock. The timer is in the idr before {@code
   * it_id} is written, which nobody but its creator reads before it is published.
   *
   * @return the id, or -EAGAIN if none is left
   */
  static int insertLowest(RadixIdr<KTimer> idr, SpinLock lock, KTimer timer) {
    lock.lock();
    int id = idr.allocate(timer);
    lock.unlock();
    if (id < 0) {
      return -Errno.EAGAIN;
    }
    timer.setId(id);
    return id;
  }

  /** Frees a timer's id; blocks on the lock. */
  static void remove(RadixIdr<KTimer> idr, SpinLock lock, KTimer timer) {
    lock.lock();
    boolean removed = idr.remove(timer.id());
    lock.unlock();
    if (!removed) {
      timer.report(Corruption.DOUBLE_REMOVE);
    }
  }

  /**
   * Finds a published timer of a process, inside an RCU read section; wait-free, a load a layer.
   */
  static @Nullable KTimer findRcu(RadixIdr<KTimer> idr, Process owner, int id) {
    KTimer timer = idr.find(id);
    return timer != null && timer.signalOpaque() == owner.address() ? timer : null;
  }
}
