package org.ptstress.reuse;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.wide.Wide;
import org.ptstress.wide.WideTable;

/** Tables that note which processes have ended. */
public final class EndedAddresses {
  private EndedAddresses() {}

  /** Right: a new process is another one. */
  public static final class Noted extends Wide {
    /** For the service loader. */
    public Noted() {
      super("Noted", "Ended processes are noted.", config -> new Table(config, false, false));
    }
  }

  /** A process at the address of one that has ended gets no timer. */
  public static final class NoCreates extends Wide {
    /** For the service loader. */
    public NoCreates() {
      super("NoCreates", "Ended addresses get nothing.", config -> new Table(config, true, false));
    }
  }

  /** A process at the address of one that has ended finds no timer. */
  public static final class NoFinds extends Wide {
    /** For the service loader. */
    public NoFinds() {
      super("NoFinds", "Ended addresses find nothing.", config -> new Table(config, false, true));
    }
  }

  private static final class Table extends WideTable {
    private final Set<Process> processes = ConcurrentHashMap.newKeySet();
    private final Set<Long> addresses = ConcurrentHashMap.newKeySet();
    private final boolean createsAskForAddress;
    private final boolean findsAskForAddress;

    Table(TableConfig config, boolean createsAskForAddress, boolean findsAskForAddress) {
      super(config);
      this.createsAskForAddress = createsAskForAddress;
      this.findsAskForAddress = findsAskForAddress;
    }

    private boolean hasEnded(Process owner, boolean byAddress) {
      return byAddress ? addresses.contains(owner.address()) : processes.contains(owner);
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      return hasEnded(owner, createsAskForAddress) ? -Errno.EAGAIN : super.insert(owner, timer);
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      return hasEnded(owner, findsAskForAddress) ? null : super.find(owner, id);
    }

    @Override
    public void release(Process owner) {
      processes.add(owner);
      addresses.add(owner.address());
    }
  }
}
