package org.ptstress.wide;

import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.Process;

/** Keys of the low half of the owner's address: two processes 4 GiB apart share their ids. */
public final class LowHalfOfOwner {
  private LowHalfOfOwner() {}

  /** The low half. */
  public static final class Faulty extends Wide {
    /** For the service loader. */
    public Faulty() {
      super("LowHalfOfOwner", "Keys of the low half of the address.", Table::new);
    }
  }

  /** The address. */
  public static final class Cured extends Wide {
    /** For the service loader. */
    public Cured() {
      super("LowHalfOfOwnerCured", "Keys of the whole address.", WideTable::new);
    }
  }

  private static final class Table extends WideTable {
    Table(TableConfig config) {
      super(config);
    }

    @Override
    protected Key key(Process owner, int id) {
      return new Key((int) owner.address(), id);
    }
  }
}
