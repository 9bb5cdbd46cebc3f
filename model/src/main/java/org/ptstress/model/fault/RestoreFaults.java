package org.ptstress.model.fault;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.ptstress.model.Claim;
import org.ptstress.model.TableConfig;
import org.ptstress.model.design.BucketLockHash;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** Exact ids that leave the counter at the wrong place. */
final class RestoreFaults {
  private RestoreFaults() {}

  static List<Fault> all() {
    return List.of(
        new Fault(
            "BusyMovesCounter",
            "BucketLockHash",
            Claim.EXACT_RESTORE,
            "A failed restore advances the counter.",
            (config, rcu) -> new BusyMovesCounter(config)),
        new Fault(
            "RestoreKeepsCounter",
            "BucketLockHash",
            Claim.EXACT_RESTORE,
            "A successful restore does not advance the counter.",
            (config, rcu) -> new RestoreKeepsCounter(config)),
        new Fault(
            "RestoreMeetsOthers",
            "BucketLockHash",
            Claim.RESTORABLE_IDS,
            "An id in use by another process cannot be restored.",
            (config, rcu) -> new RestoreMeetsOthers(config)));
  }

  private static final class RestoreMeetsOthers extends BucketLockHash {
    /** The number of processes that have each id. */
    private final ConcurrentMap<Integer, Integer> holders = new ConcurrentHashMap<>();

    RestoreMeetsOthers(TableConfig config) {
      super(config);
    }

    @Override
    protected void add(Bucket bucket, Process owner, KTimer timer, int id) {
      super.add(bucket, owner, timer, id);
      holders.merge(id, 1, Integer::sum);
    }

    @Override
    public int insertAt(Process owner, KTimer timer, int id) {
      return holders.containsKey(id) ? -Errno.EBUSY : super.insertAt(owner, timer, id);
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      holders.computeIfPresent(timer.id(), (id, count) -> count == 1 ? null : count - 1);
      super.remove(owner, timer);
    }
  }

  private static final class BusyMovesCounter extends BucketLockHash {
    BusyMovesCounter(TableConfig config) {
      super(config);
    }

    @Override
    public int insertAt(Process owner, KTimer timer, int id) {
      int result = super.insertAt(owner, timer, id);
      owner.setNextTimerIdOpaque(id + 1);
      return result;
    }
  }

  private static final class RestoreKeepsCounter extends BucketLockHash {
    RestoreKeepsCounter(TableConfig config) {
      super(config);
    }

    @Override
    public int insertAt(Process owner, KTimer timer, int id) {
      return addAt(owner, timer, id) ? id : -Errno.EBUSY;
    }
  }
}
