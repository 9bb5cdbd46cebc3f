package org.ptstress.stress.engine.record;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ptstress.stress.engine.Agent;
import org.ptstress.stress.engine.hook.Access;
import org.ptstress.stress.engine.hook.Backend;
import org.ptstress.stress.engine.hook.Fence;
import org.ptstress.stress.engine.hook.Hook;
import org.ptstress.stress.engine.hook.Memory;
import org.ptstress.stress.engine.hook.Site;
import org.ptstress.stress.engine.hook.Update;

/** Performs accesses unchanged and records them. */
public final class Recorder implements Backend {
  /** Polls that count as waiting for ever: in a single thread, nobody ends a wait. */
  private static final int SPINS = 1_000;

  /** Stands for memory outside of the heap. */
  private static final Object OUTSIDE = new Object();

  private static final ClassValue<Long> BYTES =
      new ClassValue<>() {
        @Override
        protected Long computeValue(Class<?> type) {
          return Agent.bytesOf(Memory.bare(type));
        }
      };

  private Recording.Builder events = new Recording.Builder();
  private boolean inner;
  private long innerBytecodes;
  private int spins;
  private int monitors;
  private List<Conflict> collisions = List.of();
  private Runnable other = () -> {};

  /** Creates a recorder. */
  public Recorder() {}

  /**
   * Records an operation.
   *
   * @param operation the operation; its own instructions are not instrumented
   * @return the record
   * @throws IllegalStateException if the operation waits for another thread
   */
  public Recording record(Runnable operation) {
    Recording.Builder outer = events;
    boolean outerInner = inner;
    events = new Recording.Builder();
    inner = false;
    spins = 0;
    monitors = 0;
    long before = Hook.executed();
    innerBytecodes = 0;
    try {
      Hook.during(this, operation);
      return events.build(Hook.executed() - before, innerBytecodes);
    } finally {
      events = outer;
      inner = outerInner;
    }
  }

  /**
   * Makes the next compare-and-set of some locations fail by running another operation right before
   * it.
   *
   * @param at the locations
   * @param between records the other operation in another thread, and waits for it
   */
  public void collide(List<Conflict> at, Runnable between) {
    collisions = List.copyOf(at);
    other = between;
  }

  /**
   * Marks the part of an operation that is also counted separately.
   *
   * @param inside whether it begins; otherwise it ends
   */
  public void inner(boolean inside) {
    inner = inside;
    innerBytecodes += inside ? -Hook.executed() : Hook.executed();
  }

  @Override
  public @Nullable Object load(Access access) {
    add(Kind.LOAD, access.base(), access.offset());
    return access.get();
  }

  @Override
  public void store(Access access, @Nullable Object value) {
    add(Kind.STORE, access.base(), access.offset());
    access.put(value);
  }

  @Override
  public @Nullable Object rmw(Access access, Update update) {
    add(Kind.RMW, access.base(), access.offset());
    // Not in a monitor, where the other operation could wait for ever.
    if (monitors == 0
        && update.how().compares()
        && collisions.stream().anyMatch(at -> at.isAt(access))) {
      collisions = List.of();
      other.run();
    }
    return access.update(update);
  }

  @Override
  public void fence(Site site, Fence fence) {
    add(Kind.FENCE, null, 0);
  }

  @Override
  public void calls(Site site) {}

  @Override
  public void freeze(Object object) {}

  @Override
  public void monitorEnter(Object monitor) {
    monitors++;
    add(Kind.RMW, monitor, Names.MONITOR);
  }

  @Override
  public void monitorExit(Object monitor) {
    monitors--;
    add(Kind.STORE, monitor, Names.MONITOR);
  }

  @Override
  public void spin(Site site) {
    if (++spins > SPINS) {
      park(site);
    }
  }

  @Override
  public void park(Site site) {
    throw new IllegalStateException(site + " waits for another thread, but only one runs");
  }

  @Override
  public void newObject(Class<?> type) {
    add(Kind.ALLOCATION, type, BYTES.get(type));
  }

  @Override
  public void newArray(Object array) {
    add(Kind.ALLOCATION, array.getClass(), Agent.bytesOf(array));
  }

  private void add(Kind kind, @Nullable Object base, long offset) {
    events.add(kind, Objects.requireNonNullElse(base, OUTSIDE), offset, inner);
  }
}
