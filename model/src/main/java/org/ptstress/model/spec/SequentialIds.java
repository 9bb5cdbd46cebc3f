package org.ptstress.model.spec;

import java.util.BitSet;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.kernel.Errno;

/**
 * The sequential specification of handing out the ids of one process, by policy: what an id
 * allocator whose calls take effect at one moment each must return. Belongs to one thread.
 */
public final class SequentialIds {
  private final IdPolicy policy;
  private final int count;
  private final BitSet taken = new BitSet();
  private int next;

  /**
   * All ids are free.
   *
   * @param policy how the next id is chosen
   * @param idBits the width of an id, 1 to 30
   */
  public SequentialIds(IdPolicy policy, int idBits) {
    this.policy = policy;
    this.count = 1 << idBits;
  }

  /**
   * Takes an id.
   *
   * @return the id, or -EAGAIN if none is free
   */
  public int take() {
    int id = taken.nextClearBit(policy == IdPolicy.LOWEST_FREE ? 0 : next);
    if (id >= count) {
      id = taken.nextClearBit(0);
    }
    if (id >= count) {
      return -Errno.EAGAIN;
    }
    taken.set(id);
    next = id + 1;
    return id;
  }

  /**
   * Gives an id back.
   *
   * @param id an id that is taken
   */
  public void release(int id) {
    taken.clear(id);
  }
}
