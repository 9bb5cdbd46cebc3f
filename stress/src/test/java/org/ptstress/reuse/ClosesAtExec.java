package org.ptstress.reuse;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.wide.Wide;
import org.ptstress.wide.WideTable;

/** A process whose timers are all visited counts as one that ends; after an exec it goes on. */
public final class ClosesAtExec extends Wide {
  /** For the service loader. */
  public ClosesAtExec() {
    super("ClosesAtExec", "An exec is taken for the end of the process.", Table::new);
  }

  private static final class Table extends WideTable {
    private final Set<Long> closed = ConcurrentHashMap.newKeySet();

    Table(TableConfig config) {
      super(config);
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      return closed.contains(owner.address()) ? -Errno.EAGAIN : super.insert(owner, timer);
    }

    @Override
    public void forEachOf(Process owner, Consumer<? super KTimer> action) {
      closed.add(owner.address());
      super.forEachOf(owner, action);
    }

    @Override
    public void release(Process owner) {
      closed.remove(owner.address());
    }
  }
}
