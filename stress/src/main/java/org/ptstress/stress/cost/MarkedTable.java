package org.ptstress.stress.cost;

import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TimerTable;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** A table that reports when a system call enters and leaves it, without an access of its own. */
final class MarkedTable implements TimerTable {
  private final TimerTable table;
  private final Mark mark;

  /** Receives the entry and exit of the table. */
  @FunctionalInterface
  interface Mark {
    void inner(boolean inside);
  }

  /**
   * Wraps a table.
   *
   * @param table the design's table
   * @param mark a lambda expression, so that no heap walk reaches the recorder from here
   */
  MarkedTable(TimerTable table, Mark mark) {
    this.table = table;
    this.mark = mark;
  }

  /** Takes an IntSupplier, because the box of an Integer would be recorded. */
  private int markedId(IntSupplier call) {
    mark.inner(true);
    try {
      return call.getAsInt();
    } finally {
      mark.inner(false);
    }
  }

  private @Nullable KTimer marked(Supplier<@Nullable KTimer> call) {
    mark.inner(true);
    try {
      return call.get();
    } finally {
      mark.inner(false);
    }
  }

  private void marking(Runnable call) {
    mark.inner(true);
    try {
      call.run();
    } finally {
      mark.inner(false);
    }
  }

  @Override
  public int insert(Process owner, KTimer timer) {
    return markedId(() -> table.insert(owner, timer));
  }

  @Override
  public boolean hasExactIds() {
    return table.hasExactIds();
  }

  @Override
  public int insertAt(Process owner, KTimer timer, int id) {
    return markedId(() -> table.insertAt(owner, timer, id));
  }

  @Override
  public void publish(Process owner, KTimer timer) {
    marking(() -> table.publish(owner, timer));
  }

  @Override
  public @Nullable KTimer find(Process owner, int id) {
    return marked(() -> table.find(owner, id));
  }

  @Override
  public @Nullable KTimer findAndLock(Process owner, int id) {
    return marked(() -> table.findAndLock(owner, id));
  }

  @Override
  public void invalidate(Process owner, KTimer timer) {
    marking(() -> table.invalidate(owner, timer));
  }

  @Override
  public void remove(Process owner, KTimer timer) {
    marking(() -> table.remove(owner, timer));
  }

  @Override
  public void forEachOf(Process owner, Consumer<? super KTimer> action) {
    table.forEachOf(owner, action);
  }

  @Override
  public void release(Process owner) {
    marking(() -> table.release(owner));
  }

  @Override
  public void forEach(Consumer<? super KTimer> action) {
    table.forEach(action);
  }

  @Override
  public int[] chainLengths() {
    return table.chainLengths();
  }
}
