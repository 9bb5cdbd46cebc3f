package org.ptstress.shape;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;

/** A skip list with a count of its timers outside of the heap, which no engine here sees. */
public final class ByteView extends Shape {
  private static final VarHandle COUNT =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

  /** For the service loader. */
  public ByteView() {
    super("ByteView", "A ConcurrentSkipListMap and a count in a buffer.", basics(), Table::new);
  }

  private static final class Table extends MappedTable {
    private final ByteBuffer count = ByteBuffer.allocateDirect(16).alignedSlice(8);

    Table(TableConfig config) {
      super(config, new ConcurrentSkipListMap<>());
    }

    @Override
    @Nullable KTimer get(Key key) {
      return (long) COUNT.getVolatile(count, 0) < 0 ? null : super.get(key);
    }

    @Override
    boolean putIfAbsent(Key key, KTimer timer) {
      return super.putIfAbsent(key, timer) && (long) COUNT.getAndAdd(count, 0, 1L) >= 0;
    }
  }
}
