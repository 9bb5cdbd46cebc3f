package org.ptstress.wild;

import org.jspecify.annotations.Nullable;
import org.ptstress.model.AtomicCounterTable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** A table whose inserts and removes take one lock, and whose lookups take none. */
abstract class OneWriterTable extends AtomicCounterTable {
  private final SpinLock writers;

  OneWriterTable(TableConfig config) {
    super(config);
    this.writers = config.locks().newLock();
  }

  @Override
  public int insert(Process owner, KTimer timer) {
    writers.lock();
    try {
      return super.insert(owner, timer);
    } finally {
      writers.unlock();
    }
  }

  @Override
  public int insertAt(Process owner, KTimer timer, int id) {
    writers.lock();
    try {
      return super.insertAt(owner, timer, id);
    } finally {
      writers.unlock();
    }
  }

  @Override
  public void remove(Process owner, KTimer timer) {
    writers.lock();
    try {
      unhash(owner, timer);
    } finally {
      writers.unlock();
    }
  }

  /** Takes a timer out. The caller holds the lock. */
  abstract void unhash(Process owner, KTimer timer);

  @Override
  public @Nullable KTimer find(Process owner, int id) {
    KTimer timer = id < 0 || id > config.maxId() ? null : lookup(owner, id);
    return timer != null && timer.signalOpaque() == owner.address() ? timer : null;
  }

  /** What is hashed at an id in the valid range, valid or not; takes no lock. */
  abstract @Nullable KTimer lookup(Process owner, int id);
}
