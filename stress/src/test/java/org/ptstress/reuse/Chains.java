package org.ptstress.reuse;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.AtomicCounterTable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.HashHead;
import org.ptstress.model.kernel.HashNode;
import org.ptstress.model.kernel.KernelHash;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.wide.Wide;

/** Chains with a lock each, whose finds take none. */
public final class Chains extends Wide {
  /** For the service loader. */
  public Chains() {
    super("Chains", "Chains with a lock each.", Table::new);
  }

  static final class Chain extends HashHead {
    final SpinLock lock;

    Chain(SpinLock lock) {
      this.lock = lock;
    }
  }

  /** A right table, to be made wrong at one place. */
  static class Table extends AtomicCounterTable {
    private final Chain[] chains;

    Table(TableConfig config) {
      super(config);
      this.chains = new Chain[config.buckets()];
      for (int i = 0; i < chains.length; i++) {
        chains[i] = new Chain(config.locks().newLock());
      }
    }

    final Chain chain(Process owner, int id) {
      return chains[KernelHash.jhash2(owner.address(), id) & (chains.length - 1)];
    }

    @Override
    protected boolean addAt(Process owner, KTimer timer, int id) {
      Chain chain = chain(owner, id);
      chain.lock.lock();
      boolean isFree = !isTaken(chain, owner, id);
      if (isFree) {
        identify(owner, timer, id);
        chain.addHeadRcu(timer);
      }
      chain.lock.unlock();
      return isFree;
    }

    private static boolean isTaken(Chain chain, Process owner, int id) {
      for (HashNode node = chain.first(); node != null; node = node.next()) {
        KTimer timer = (KTimer) node;
        if ((timer.signalOpaque() & ~KTimer.NOT_VALID) == owner.address() && timer.id() == id) {
          return true;
        }
      }
      return false;
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      if (id < 0 || id > config.maxId()) {
        return null;
      }
      for (HashNode node = chain(owner, id).firstRcu(); node != null; node = node.nextRcu()) {
        KTimer timer = (KTimer) node;
        if (timer.signalAcquire() == owner.address() && timer.id() == id) {
          return timer;
        }
      }
      return null;
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      Chain chain = chain(owner, timer.id());
      chain.lock.lock();
      timer.unlinkRcu();
      chain.lock.unlock();
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      for (Chain chain : chains) {
        for (HashNode node = chain.first(); node != null; node = node.next()) {
          action.accept((KTimer) node);
        }
      }
    }
  }
}
