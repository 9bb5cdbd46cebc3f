package org.ptstress.stress.outside.growth;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.KernelHash;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.stress.outside.MapTable;

/** Finds timers in chains of nodes. A delete takes the timer out of its node, not the node out. */
final class NodeTable extends MapTable {
  private final AtomicReferenceArray<Node> chains;
  private final boolean sweeps;

  private static final class Node {
    private final int id;
    private final @Nullable Node next;
    private volatile @Nullable KTimer timer;

    Node(int id, @Nullable KTimer timer, @Nullable Node next) {
      this.id = id;
      this.timer = timer;
      this.next = next;
    }
  }

  /**
   * Creates an empty table.
   *
   * @param config the configuration
   * @param sweeps whether an insert replaces a chain by one without empty nodes
   */
  NodeTable(TableConfig config, boolean sweeps) {
    super(config);
    this.chains = new AtomicReferenceArray<>(config.buckets());
    this.sweeps = sweeps;
  }

  @Override
  public synchronized int insert(Process owner, KTimer timer) {
    int id = super.insert(owner, timer);
    if (id >= 0) {
      int chain = chain(owner, id);
      Node first = chains.get(chain);
      chains.set(chain, new Node(id, timer, sweeps ? live(first) : first));
    }
    return id;
  }

  private static @Nullable Node live(@Nullable Node first) {
    Node live = null;
    for (Node node = first; node != null; node = node.next) {
      if (node.timer != null) {
        live = new Node(node.id, node.timer, live);
      }
    }
    return live;
  }

  @Override
  public @Nullable KTimer find(Process owner, int id) {
    Node node = id < 0 ? null : node(owner, id);
    return node == null ? null : node.timer;
  }

  private @Nullable Node node(Process owner, int id) {
    for (Node node = chains.get(chain(owner, id)); node != null; node = node.next) {
      KTimer timer = node.timer;
      if (node.id == id && timer != null && timer.signalAcquire() == owner.address()) {
        return node;
      }
    }
    return null;
  }

  @Override
  public synchronized void remove(Process owner, KTimer timer) {
    super.remove(owner, timer);
    for (Node node = chains.get(chain(owner, timer.id())); node != null; node = node.next) {
      if (node.timer == timer) {
        node.timer = null;
        return;
      }
    }
  }

  private int chain(Process owner, int id) {
    return (KernelHash.hash32Ptr(owner.address()) ^ id) & (chains.length() - 1);
  }
}
