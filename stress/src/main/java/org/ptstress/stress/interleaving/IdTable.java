package org.ptstress.stress.interleaving;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.LockKind;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.kernel.ReclamationKind;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.model.timer.TimerSlab;

/**
 * A table as an id allocator for Lincheck: each thread takes ids and gives its own back. {@link
 * IdSpecification} has the same operations.
 */
public final class IdTable {
  /** The bits of an id: few, so that all ids are taken now and then. */
  static final int ID_BITS = 2;

  /** The result of a call that threw; no id, and no error number. */
  static final int THREW = Integer.MIN_VALUE;

  /** The threads of a search, and the one that runs before and after them. */
  private static final int THREADS = 4;

  private static final TableConfig CONFIG =
      TableConfig.narrow(ID_BITS)
          .withLocks(LockKind.TEST_AND_SET)
          .withReclamation(ReclamationKind.COLLECTOR);

  private final Process process =
      new Process(0xffff888012345680L, Integer.MAX_VALUE, CONFIG.locks());
  private final TimerTable table;
  private final TimerSlab slab;

  /** The timers of each thread; each deque is confined to its thread. */
  private final List<Deque<KTimer>> own;

  /** Creates an instance; called by Lincheck. */
  public IdTable() {
    IdSearch.noteRun();
    Rcu rcu = CONFIG.reclamation().newRcu();
    this.table = IdSearch.subject().newTable(CONFIG, rcu);
    this.slab = new TimerSlab(CONFIG.locks(), CONFIG.reclamation(), rcu);
    this.own = Stream.<Deque<KTimer>>generate(ArrayDeque::new).limit(THREADS).toList();
  }

  /**
   * Takes an id.
   *
   * @param thread the calling thread
   * @return the id, or -EAGAIN
   */
  @Operation
  public int take(@Param(gen = ThreadIdGen.class) int thread) {
    KTimer timer = slab.allocate();
    int id;
    try {
      id = table.insert(process, timer);
    } catch (RuntimeException e) {
      IdSearch.noteThrown(e);
      return THREW;
    }
    if (id >= 0) {
      own.get(thread).addLast(timer);
    }
    return id;
  }

  /**
   * Gives back the id that the thread took first.
   *
   * @param thread the calling thread
   * @return the id, or -1 if the thread has none
   */
  @Operation
  public int giveBack(@Param(gen = ThreadIdGen.class) int thread) {
    KTimer timer = own.get(thread).pollFirst();
    if (timer == null) {
      return -1;
    }
    try {
      table.remove(process, timer);
    } catch (RuntimeException e) {
      IdSearch.noteThrown(e);
      return THREW;
    }
    return timer.id();
  }
}
