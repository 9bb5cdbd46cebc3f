package org.ptstress.model.design;

import static org.ptstress.model.Claim.AS_GOOD_AS_BEFORE;
import static org.ptstress.model.Claim.EVEN_BUCKETS;
import static org.ptstress.model.Claim.SEQUENTIAL_IDS;
import static org.ptstress.model.Claim.WRAPS_TO_ZERO;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.CatalogueEntry;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.NotValidBit;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.RadixIdr;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * A radix tree for each process, as discussed from 2023 to 2025 (an xarray in signal_struct) and
 * measured against the table of 6.15, but never merged: the lowest free id, lookups under RCU, a
 * lock for each process, and exact ids.
 *
 * <p>Insert: take the process' lock, take the lowest free id. An exact id: under the same lock, put
 * the timer at its index, or return -EBUSY if another timer is there. Remove: under the same lock,
 * free the id. A timer has its owner with bit 0 set ("not yet valid") before it is in the tree, and
 * is published as in 6.15, under {@code it_lock}.
 *
 * <p>Progress: find is wait-free, a load a layer and one for the tree; insert and remove block on a
 * lock that only threads of the same process take.
 *
 * <p>Fixed since 6.15: processes share nothing; a lookup does not get slower with the number of
 * timers; a search takes one step, so that other threads cannot step the ids around it. Broken
 * anew: a freed id comes back at once, which CRIU's loop of creates and deletes cannot live with,
 * and programs can see; ids far apart cost a path of layers each, over 1 MB for 2,048 timers at
 * stride 512, which is why it was turned down.
 *
 * <p>Deviations: an xarray is a later form of the same tree; here it is {@link RadixIdr}, with a
 * lock inside as an xarray has. The tree is made at the first create and not with the process, and
 * is known to the table, for its audits, until the process has ended without a timer left.
 *
 * <p>Source: the discussion of May 2023 about CRIU, and the cover letter of the first version of
 * the series for 6.15, which has the measurements.
 */
final class ProcessIdr implements TimerTable {
  private final TableConfig config;

  /**
   * Every tree by the address of its process, for audits. Lock-free, and touched twice a process:
   * processes share nothing else.
   */
  private final Map<Long, Tree> trees = new ConcurrentSkipListMap<>();

  ProcessIdr(TableConfig config) {
    this.config = config;
  }

  @Override
  public int insert(Process owner, KTimer timer) {
    Tree tree = treeOf(owner);
    NotValidBit.mark(owner, timer);
    return Idrs.insertLowest(tree, tree.lock, timer);
  }

  @Override
  public boolean hasExactIds() {
    return true;
  }

  @Override
  public int insertAt(Process owner, KTimer timer, int id) {
    Tree tree = treeOf(owner);
    timer.setId(id);
    NotValidBit.mark(owner, timer);
    tree.lock.lock();
    boolean free = tree.insertAt(id, timer);
    tree.lock.unlock();
    return free ? id : -Errno.EBUSY;
  }

  @Override
  public void publish(Process owner, KTimer timer) {
    NotValidBit.publish(owner, timer);
  }

  @Override
  public @Nullable KTimer find(Process owner, int id) {
    if (id < 0 || id > config.maxId()) {
      return null;
    }
    Tree tree = (Tree) owner.attachment();
    return tree == null ? null : Idrs.findRcu(tree, owner, id);
  }

  @Override
  public void invalidate(Process owner, KTimer timer) {
    NotValidBit.invalidate(owner, timer);
  }

  @Override
  public void remove(Process owner, KTimer timer) {
    Tree tree = treeOf(owner);
    Idrs.remove(tree, tree.lock, timer);
  }

  @Override
  public void forEach(Consumer<? super KTimer> action) {
    trees.values().forEach(tree -> tree.forEach(action));
  }

  @Override
  public void release(Process owner) {
    Tree tree = (Tree) owner.attachment();
    if (tree == null) {
      return;
    }
    tree.lock.lock();
    boolean empty = tree.isEmpty();
    tree.lock.unlock();
    // What exit has left behind is a leak, and stays visible.
    if (empty) {
      trees.remove(owner.address(), tree);
    }
  }

  private Tree treeOf(Process owner) {
    Tree tree = (Tree) owner.attachment();
    return tree != null ? tree : plantTree(owner);
  }

  /** The first create of a process; of two threads that come here, one plants. */
  private Tree plantTree(Process owner) {
    Tree seedling = new Tree(config);
    Tree tree = (Tree) owner.attachIfAbsent(seedling);
    if (tree == seedling) {
      trees.put(owner.address(), tree);
    }
    return tree;
  }

  /** The timers of one process. */
  private static final class Tree extends RadixIdr<KTimer> {
    /** Guards the idr against all but lookups. */
    private final SpinLock lock;

    Tree(TableConfig config) {
      super(config.idBits());
      this.lock = config.locks().newLock();
    }
  }

  /** The catalogue entry. */
  public static final class Entry extends CatalogueEntry {
    /** For the service loader. */
    public Entry() {
      super(
          "ProcessIdr",
          "discussed 2023 to 2025 (an xarray for each process), not merged",
          "A radix tree and a lock for each process, lowest free id, lookups under RCU, exact ids.",
          IdPolicy.LOWEST_FREE,
          Promises.allHold()
              .doesNotApply(
                  WRAPS_TO_ZERO,
                  "The tree allocates the lowest free id; there is no counter that could wrap.")
              .broken(
                  SEQUENTIAL_IDS,
                  "A freed id is reused at once, so a loop of create and delete yields"
                      + " the same id forever.")
              .doesNotApply(EVEN_BUCKETS, "A radix tree has no buckets.")
              .broken(
                  AS_GOOD_AS_BEFORE,
                  "With many processes of one or two timers each, lookups touch a tree"
                      + " per process."),
          (config, rcu) -> new ProcessIdr(config));
    }
  }
}
