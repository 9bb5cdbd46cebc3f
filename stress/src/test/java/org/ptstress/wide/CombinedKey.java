package org.ptstress.wide;

import java.util.function.LongBinaryOperator;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.Process;

/** Keys of one word, in which other addresses make up for other ids. */
public final class CombinedKey {
  private CombinedKey() {}

  /** Adds the id to the address. */
  public static final class Sum extends Wide {
    /** For the service loader. */
    public Sum() {
      super("SumKey", "Keys are sums.", config -> new Table(config, (address, id) -> address + id));
    }
  }

  /** Combines both by exclusive or. */
  public static final class Xor extends Wide {
    /** For the service loader. */
    public Xor() {
      super("XorKey", "Keys of both.", config -> new Table(config, (address, id) -> address ^ id));
    }
  }

  /** Multiplies as lists of the JDK do. */
  public static final class Times31 extends Wide {
    /** For the service loader. */
    public Times31() {
      super(
          "Times31Key",
          "Keys of 31 times the address.",
          config -> new Table(config, (address, id) -> 31 * address + id));
    }
  }

  /** Drops the bits that alignment makes zero. */
  public static final class Shifted extends Wide {
    /** For the service loader. */
    public Shifted() {
      super(
          "ShiftedKey",
          "Keys of a shifted address.",
          config -> new Table(config, (address, id) -> (address >>> 6) + id));
    }
  }

  private static final class Table extends WideTable {
    private final LongBinaryOperator key;

    Table(TableConfig config, LongBinaryOperator key) {
      super(config);
      this.key = key;
    }

    @Override
    protected Key key(Process owner, int id) {
      return new Key(key.applyAsLong(owner.address(), id), 0);
    }
  }
}
