package org.ptstress.model.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The idr of Linux 3.x (lib/idr.c): a radix tree of 64-way layers that maps ids to pointers and
 * chooses the lowest free id, from 0 or from a start.
 *
 * <p>{@link #find} takes no lock and is wait-free: at most six loads. {@link #allocate}, {@link
 * #allocateFrom}, {@link #insertAt}, {@link #remove} and {@link #forEach} need the caller's lock. A
 * layer has one bit a slot, set when everything below it is taken, so that the lowest free id is
 * found by following first zero bits.
 *
 * <p>Deviations: a layer is allocated when it is needed, because allocation cannot sleep here (the
 * kernel keeps up to twelve spare layers so as not to allocate under the spinlock); unlinked layers
 * are left to the JVM's collector, which is their grace period. Not final, so that a design can
 * keep its lock in the tree, as an xarray does, and not behind one more load.
 */
public class RadixIdr<T> {
  private static final int BITS = 6;
  private static final int WIDTH = 1 << BITS;
  private static final VarHandle TOP;
  private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(Object[].class);

  static {
    try {
      TOP = MethodHandles.lookup().findVarHandle(RadixIdr.class, "top", Layer.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final int idBits;
  private @Nullable Layer top;

  /**
   * Makes an empty idr.
   *
   * @param idBits the width of an id in bits, 1 to 31: ids are 0 to 2^idBits - 1
   */
  public RadixIdr(int idBits) {
    this.idBits = idBits;
  }

  /**
   * Finds what an id maps to; wait-free, without a lock, inside an RCU read section.
   *
   * <p>As in 3.6 the id is cut to its width, so that an id outside the range aliases one inside.
   *
   * @param id any int
   * @return the value, or null if the id is free
   */
  public final @Nullable T find(int id) {
    // Acquire, paired with the release in publishTop(): the layer's own fields must be visible with
    // it.
    Layer layer = (Layer) TOP.getAcquire(this);
    if (layer == null) {
      return null;
    }
    int masked = id & maxId();
    if (masked >>> layer.shift >= WIDTH) {
      return null;
    }
    while (true) {
      // Acquire, paired with the release in setSlot(): what the slot leads to must be visible with
      // it.
      Object slot = SLOTS.getAcquire(layer.slots, (masked >>> layer.shift) & (WIDTH - 1));
      if (layer.shift == 0) {
        return value(slot);
      }
      if (slot == null) {
        return null;
      }
      layer = (Layer) slot;
    }
  }

  /**
   * Maps the lowest free id to a value. The caller holds the lock.
   *
   * @param value the value
   * @return the id, or -ENOSPC if none is left
   */
  public final int allocate(T value) {
    return allocateFrom(value, 0);
  }

  /**
   * Maps the lowest free id from a start on to a value. Does not go on at 0. The caller holds the
   * lock.
   *
   * @param value the value
   * @param start the lowest id that will do, in the valid range
   * @return the id, or -ENOSPC if none is left from there on
   */
  public final int allocateFrom(T value, int start) {
    Layer root = top;
    if (root == null) {
      root = new Layer(0);
      publishTop(root);
    }
    while (true) {
      int id = start >>> root.shift < WIDTH ? allocateBelow(root, 0, start, value) : -Errno.ENOSPC;
      if (id >= 0 || root.shift + BITS >= idBits) {
        return id;
      }
      root = grow(root);
    }
  }

  /**
   * Maps a given id to a value. The caller holds the lock.
   *
   * @param id the id, in the valid range
   * @param value the value
   * @return false if the id is taken, and nothing changes
   */
  public final boolean insertAt(int id, T value) {
    if (find(id) != null) {
      return false;
    }
    // The id is free, so it is the lowest free one from itself on.
    return allocateFrom(value, id) == id;
  }

  /** Puts a layer on top, which takes the tree into its first slot. */
  private Layer grow(Layer root) {
    Layer grown = new Layer(root.shift + BITS);
    // An empty layer is left behind: nothing would ever prune it below another one.
    if (root.count > 0) {
      setSlot(grown, 0, root);
      if (root.isFull()) {
        grown.full |= 1;
      }
    }
    publishTop(grown);
    return grown;
  }

  /**
   * Takes the lowest free id below a layer whose digits from this layer down are at least those of
   * {@code start}.
   */
  private int allocateBelow(Layer layer, int prefix, int start, T value) {
    int first = start >>> layer.shift;
    // Only the first slot can have free ids that are all too low; every other one that is not full
    // ends the search.
    for (long free = ~layer.full & (-1L << first); free != 0; free &= free - 1) {
      int digit = Long.numberOfTrailingZeros(free);
      long id = prefix | ((long) digit << layer.shift);
      if (id > maxId()) {
        return -Errno.ENOSPC;
      }
      if (layer.shift == 0) {
        setSlot(layer, digit, value);
        layer.full |= 1L << digit;
        return (int) id;
      }
      Layer child = (Layer) layer.slots[digit];
      if (child == null) {
        child = new Layer(layer.shift - BITS);
        setSlot(layer, digit, child);
      }
      int below = digit == first ? start & ((1 << layer.shift) - 1) : 0;
      int allocated = allocateBelow(child, (int) id, below, value);
      if (allocated >= 0) {
        if (child.isFull()) {
          layer.full |= 1L << digit;
        }
        return allocated;
      }
    }
    return -Errno.ENOSPC;
  }

  /**
   * Frees an id. The caller holds the lock.
   *
   * @param id the id
   * @return false if it was free already
   */
  public final boolean remove(int id) {
    Layer root = top;
    if (root == null || id < 0 || id >>> root.shift >= WIDTH || !removeBelow(root, id)) {
      return false;
    }
    while (root.shift > 0 && root.count == 1 && root.slots[0] != null) {
      root = (Layer) root.slots[0];
      publishTop(root);
    }
    return true;
  }

  private static boolean removeBelow(Layer layer, int id) {
    int digit = (id >>> layer.shift) & (WIDTH - 1);
    Object slot = layer.slots[digit];
    if (slot == null) {
      return false;
    }
    if (layer.shift > 0) {
      Layer child = (Layer) slot;
      if (!removeBelow(child, id)) {
        return false;
      }
      layer.full &= ~(1L << digit);
      if (child.count > 0) {
        return true;
      }
    }
    layer.full &= ~(1L << digit);
    setSlot(layer, digit, null);
    return true;
  }

  /**
   * Whether no id is taken. The caller holds the lock.
   *
   * @return true if there is no value
   */
  public final boolean isEmpty() {
    return top == null || top.count == 0;
  }

  /**
   * Visits every value. The caller holds the lock.
   *
   * @param action what to do with each
   */
  public final void forEach(Consumer<? super T> action) {
    Layer root = top;
    if (root != null) {
      visit(root, action);
    }
  }

  private void visit(Layer layer, Consumer<? super T> action) {
    for (Object slot : layer.slots) {
      if (slot == null) {
        continue;
      }
      if (layer.shift > 0) {
        visit((Layer) slot, action);
      } else {
        T value = value(slot);
        if (value != null) {
          action.accept(value);
        }
      }
    }
  }

  private int maxId() {
    return (int) ((1L << idBits) - 1);
  }

  private void publishTop(Layer layer) {
    // Release, paired with the acquire in find(): the layer's slots must be visible before the
    // layer.
    TOP.setRelease(this, layer);
  }

  private static void setSlot(Layer layer, int digit, @Nullable Object content) {
    layer.count += (content == null ? 0 : 1) - (layer.slots[digit] == null ? 0 : 1);
    // Release, paired with the acquire in find(): a new layer or timer must be initialised before
    // it can be found.
    SLOTS.setRelease(layer.slots, digit, content);
  }

  @SuppressWarnings("unchecked") // leaves hold only what allocateBelow() put there
  private @Nullable T value(@Nullable Object slot) {
    return (T) slot;
  }

  /** One layer; guarded by the caller's lock, except that find() reads slots. */
  private static final class Layer {
    private final @Nullable Object[] slots = new @Nullable Object[WIDTH];

    /** The right shift of an id that gives this layer's digit: 0 for a leaf. */
    private final int shift;

    /** Bit i is set when everything below slot i is taken. */
    private long full;

    /** The number of slots in use. */
    private int count;

    Layer(int shift) {
      this.shift = shift;
    }

    boolean isFull() {
      return full == -1L;
    }
  }
}
