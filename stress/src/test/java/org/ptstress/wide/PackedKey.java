package org.ptstress.wide;

import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.Process;

/** Keys of the address, shifted by the width of an id, and the id: the shift drops high bits. */
public final class PackedKey {
  private PackedKey() {}

  /** One word. */
  public static final class Faulty extends Wide {
    /** For the service loader. */
    public Faulty() {
      super("PackedKey", "Keys of address and id in one word.", Table::new);
    }
  }

  /** Two words. */
  public static final class Cured extends Wide {
    /** For the service loader. */
    public Cured() {
      super("PackedKeyCured", "Keys of address and id in two words.", WideTable::new);
    }
  }

  private static final class Table extends WideTable {
    Table(TableConfig config) {
      super(config);
    }

    @Override
    protected Key key(Process owner, int id) {
      return new Key(owner.address() << config.idBits() | id, 0);
    }
  }
}
