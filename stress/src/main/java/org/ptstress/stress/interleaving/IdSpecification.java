package org.ptstress.stress.interleaving;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.ptstress.model.spec.SequentialIds;

/** The sequential specification of {@link IdTable}. */
public final class IdSpecification {
  private final SequentialIds ids =
      new SequentialIds(IdSearch.subject().idPolicy(), IdTable.ID_BITS);
  private final Map<Integer, Deque<Integer>> own = new HashMap<>();

  /** Creates an instance; called by Lincheck. */
  public IdSpecification() {}

  /**
   * As {@link IdTable#take}.
   *
   * @param thread the calling thread
   * @return the id, or -EAGAIN
   */
  public int take(int thread) {
    int id = ids.take();
    if (id >= 0) {
      of(thread).addLast(id);
    }
    return id;
  }

  /**
   * As {@link IdTable#giveBack}.
   *
   * @param thread the calling thread
   * @return the id, or -1 if the thread has none
   */
  public int giveBack(int thread) {
    Integer id = of(thread).pollFirst();
    if (id == null) {
      return -1;
    }
    ids.release(id);
    return id;
  }

  private Deque<Integer> of(int thread) {
    return own.computeIfAbsent(thread, unused -> new ArrayDeque<>());
  }
}
