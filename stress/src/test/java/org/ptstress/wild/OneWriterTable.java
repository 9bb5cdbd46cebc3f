package org.ptstress.wild;

import org.jspecify.annotations.Nullable;
import org.ptstress.model.AtomicCounterTable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** A table whose inserts and removes take one lock, and whose lookups take none. */
public abstract class OneWriterTable extends AtomicCounterTable {
  private final SpinLock writers;

  /**
   * An empty table.
   *
   * @param config the configuration
   */
  protected OneWriterTable(TableConfig config) {
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

  /**
   * Takes a timer out. The caller holds the lock.
   *
   * @param owner its process
   * @param timer the timer
   */
  protected abstract void unhash(Process owner, KTimer timer);

  @Override
  public @Nullable KTimer find(Process owner, int id) {
    KTimer timer = id < 0 || id > config.maxId() ? null : lookup(owner, id);
    return timer != null && timer.signalOpaque() == owner.address() ? timer : null;
  }

  /**
   * Looks a timer up without a lock.
   *
   * @param owner the process
   * @param id an id in the valid range
   * @return the timer hashed there, valid or not, or null
   */
  protected abstract @Nullable KTimer lookup(Process owner, int id);
}
