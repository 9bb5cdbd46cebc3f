package org.ptstress.model;

import org.ptstress.model.kernel.Errno;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * What a table since 6.15 does however it hashes its timers: ids come from an atomic counter of the
 * process, exact ids are there, and bit 0 of {@code it_signal} marks timers that are hashed but
 * cannot be found. A table adds {@link #addAt}, which tries one id.
 *
 * <p>Progress: insert makes at most 2^width tries, whatever other threads do, and waits only where
 * {@link #addAt} does; publish and invalidate block on {@code it_lock} and siglock.
 */
public abstract class AtomicCounterTable implements TimerTable {
  /** The dimensions of the table. */
  protected final TableConfig config;

  /**
   * For a table of these dimensions.
   *
   * @param config the dimensions
   */
  protected AtomicCounterTable(TableConfig config) {
    this.config = config;
  }

  @Override
  public int insert(Process owner, KTimer timer) {
    // Counts to INT_MAX inclusive; an int would overflow at full width.
    for (long tries = tries(); tries > 0; tries--) {
      int id = takeNextId(owner);
      if (addAt(owner, timer, id)) {
        return id;
      }
    }
    return -Errno.EAGAIN;
  }

  /**
   * The number of ids that a search tries.
   *
   * @return 2^width
   */
  protected long tries() {
    return config.idCount();
  }

  /**
   * Takes the counter's value and moves the counter on, in one atomic step.
   *
   * @param owner the process
   * @return the id to try
   */
  protected int takeNextId(Process owner) {
    return owner.getAndIncrementTimerId() & config.maxId();
  }

  @Override
  public boolean hasExactIds() {
    return true;
  }

  @Override
  public int insertAt(Process owner, KTimer timer, int id) {
    if (!addAt(owner, timer, id)) {
      return -Errno.EBUSY;
    }
    owner.setNextTimerIdOpaque(id + 1);
    return id;
  }

  /**
   * One try, atomic: unless the id is hashed, gives the timer its identity ({@link #identify}) and
   * adds it.
   *
   * @param owner the process
   * @param timer the timer, which no other thread can reach yet
   * @param id the id
   * @return whether the timer was added
   */
  protected abstract boolean addAt(Process owner, KTimer timer, int id);

  /**
   * Gives a timer its id and its owner, marked as not valid yet; before other threads can reach it.
   *
   * @param owner the process
   * @param timer the timer
   * @param id the id
   */
  protected final void identify(Process owner, KTimer timer, int id) {
    timer.setId(id);
    NotValidBit.mark(owner, timer);
  }

  @Override
  public void publish(Process owner, KTimer timer) {
    NotValidBit.publish(owner, timer);
  }

  @Override
  public void invalidate(Process owner, KTimer timer) {
    NotValidBit.invalidate(owner, timer);
  }
}
