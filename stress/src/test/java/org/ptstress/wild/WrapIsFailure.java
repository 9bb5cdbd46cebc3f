package org.ptstress.wild;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.NotValidBit;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.RadixIdr;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * A cyclic allocation that returns 1 after a wrap, and a caller who takes all but 0 for failure
 * (Linux f3b97b7d4bf3, 3614bf90130d, 3178d2b04836).
 *
 * <p>The create behind the largest id succeeds in the tree and fails for the caller, who frees the
 * timer: the entry stays. The cure tests for a negative result.
 */
public final class WrapIsFailure {
  private static final String ORIGIN = "Linux f3b97b7d4bf3";
  private static final Promises PROMISES =
      Wild.basics().doesNotApply(Claim.EXACT_RESTORE, "It has no exact ids.");

  private WrapIsFailure() {}

  /** Takes 1 for failure. */
  public static final class Faulty extends Wild {
    /** For the service loader. */
    public Faulty() {
      super(
          "WrapIsFailure",
          ORIGIN,
          "A tree for each process, allocated from in cycles; any result but 0 is failure.",
          IdPolicy.CYCLIC,
          PROMISES,
          config ->
              new Table(config) {
                @Override
                boolean failed(int result) {
                  return result != 0;
                }
              });
    }
  }

  /** Takes less than 0 for failure. */
  public static final class Cured extends Wild {
    /** For the service loader. */
    public Cured() {
      super(
          "WrapIsFailureCured",
          ORIGIN,
          "A tree for each process, allocated from in cycles; a negative result is failure.",
          IdPolicy.CYCLIC,
          PROMISES,
          config ->
              new Table(config) {
                @Override
                boolean failed(int result) {
                  return result < 0;
                }
              });
    }
  }

  private static final class Tree extends RadixIdr<KTimer> {
    private final SpinLock lock;
    private final int maxId;

    /** The id behind the last one; guarded by the lock. */
    private long next;

    Tree(TableConfig config) {
      super(config.idBits());
      this.lock = config.locks().newLock();
      this.maxId = config.maxId();
    }

    /** Takes the next free id: returns 0, or 1 if the search went on at 0, or -EBUSY. */
    int allocateCyclic(KTimer timer) {
      int id = next > maxId ? -Errno.ENOSPC : allocateFrom(timer, (int) next);
      boolean wrapped = id < 0;
      if (wrapped) {
        id = allocate(timer);
      }
      if (id < 0) {
        return -Errno.EBUSY;
      }
      timer.setId(id);
      next = id + 1L;
      return wrapped ? 1 : 0;
    }
  }

  private abstract static class Table extends MarkedTable {
    private final TableConfig config;
    private final Map<Long, Tree> trees = new ConcurrentSkipListMap<>();

    Table(TableConfig config) {
      this.config = config;
    }

    abstract boolean failed(int result);

    private Tree tree(Process owner) {
      Tree tree = (Tree) owner.attachment();
      if (tree == null) {
        Tree made = new Tree(config);
        tree = (Tree) owner.attachIfAbsent(made);
        if (tree == made) {
          trees.put(owner.address(), tree);
        }
      }
      return tree;
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      Tree tree = tree(owner);
      NotValidBit.mark(owner, timer);
      tree.lock.lock();
      int result = tree.allocateCyclic(timer);
      tree.lock.unlock();
      return failed(result) ? -Errno.EAGAIN : timer.id();
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      Tree tree = id < 0 || id > config.maxId() ? null : (Tree) owner.attachment();
      KTimer timer = tree == null ? null : tree.find(id);
      return timer != null && timer.signalOpaque() == owner.address() ? timer : null;
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      Tree tree = tree(owner);
      tree.lock.lock();
      tree.remove(timer.id());
      tree.lock.unlock();
    }

    @Override
    public void release(Process owner) {
      Tree tree = (Tree) owner.attachment();
      if (tree != null && tree.isEmpty()) {
        trees.remove(owner.address(), tree);
      }
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      trees.values().forEach(tree -> tree.forEach(action));
    }
  }
}
