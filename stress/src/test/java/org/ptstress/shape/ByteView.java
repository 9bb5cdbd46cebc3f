package org.ptstress.shape;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
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

  private static final class Table extends ShapeTable {
    private final ConcurrentSkipListMap<Key, KTimer> timers = new ConcurrentSkipListMap<>();
    private final ByteBuffer count = ByteBuffer.allocateDirect(16).alignedSlice(8);

    Table(TableConfig config) {
      super(config);
    }

    @Override
    @Nullable KTimer get(Key key) {
      return (long) COUNT.getVolatile(count, 0) < 0 ? null : timers.get(key);
    }

    @Override
    boolean putIfAbsent(Key key, KTimer timer) {
      return timers.putIfAbsent(key, timer) == null && (long) COUNT.getAndAdd(count, 0, 1L) >= 0;
    }

    @Override
    void remove(Key key) {
      timers.remove(key);
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      timers.values().forEach(action);
    }
  }
}
