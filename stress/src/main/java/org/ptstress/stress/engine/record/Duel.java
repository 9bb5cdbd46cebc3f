package org.ptstress.stress.engine.record;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.ptstress.stress.engine.hook.Access;
import org.ptstress.stress.engine.hook.Backend;
import org.ptstress.stress.engine.hook.Fence;
import org.ptstress.stress.engine.hook.Hook;
import org.ptstress.stress.engine.hook.Memory;
import org.ptstress.stress.engine.hook.Site;
import org.ptstress.stress.engine.hook.Update;

/**
 * Counts the accesses (steps) of an operation while an opponent thread interferes between steps.
 * Only one of them runs at a time, and the schedule depends on steps only, so the count is
 * deterministic.
 *
 * <p>A thread that waits yields to the other one: the opponent while the operation holds what it
 * needs, the operation until the opponent has finished.
 */
public final class Duel implements Backend, AutoCloseable {
  private static final int OPPONENT = 2;

  /** The number of polls of an unchanged location that counts as waiting for ever. */
  private static final int SPINS = 1_000;

  private final Semaphore turnOfOpponent = new Semaphore(0);
  private final Semaphore turnOfOperation = new Semaphore(0);
  private final Thread opponent;
  private Runnable move = () -> {};
  private volatile boolean closed;

  /** Whether the opponent waits for the operation in the middle of a move. */
  private boolean opponentWaits;

  private @Nullable Throwable thrown;
  private boolean counting;
  private int monitors;
  private int monitorsOfOpponent;
  private int spins;
  private long steps;
  private long most;
  private long period;
  private long next;
  private int movesLeft;

  /** Starts the opponent's thread, which idles. */
  public Duel() {
    opponent = new Thread(this::oppose, Hook.LOGICAL + OPPONENT);
    opponent.setDaemon(true);
    opponent.start();
  }

  /** Signals that the operation exceeded its limit of steps. */
  private static final class Endless extends RuntimeException {
    private static final long serialVersionUID = 1;

    Endless() {
      super("no end", null, false, false);
    }
  }

  /**
   * Counts the steps of an operation.
   *
   * @param operation the operation; only steps in the part that {@link #counts} marks are counted
   * @param interference a move of the opponent
   * @param every the number of steps between moves, at least 1
   * @param moves the maximum number of moves, at least 0
   * @param limit the steps at which the operation is abandoned with all that it uses
   * @return the steps, or the limit
   * @throws IllegalStateException if both wait for each other
   */
  public long steps(Runnable operation, Runnable interference, long every, int moves, long limit) {
    move = interference;
    period = every;
    next = every;
    movesLeft = moves;
    most = limit;
    steps = 0;
    spins = 0;
    monitors = 0;
    counting = false;
    try {
      Hook.during(this, operation);
    } catch (Endless e) {
      return limit;
    }
    movesLeft = 0;
    for (int i = 0; opponentWaits; i++) {
      if (i == SPINS) {
        throw new IllegalStateException(
            "an operation waits for a resource that another one does not release");
      }
      turn();
    }
    rethrow();
    return steps;
  }

  /**
   * Marks the part of the operation whose steps are counted.
   *
   * @param begins whether it begins; otherwise it ends
   */
  public void counts(boolean begins) {
    if (!isOpponent()) {
      counting = begins;
    }
  }

  @Override
  public void close() {
    closed = true;
    turnOfOpponent.release();
  }

  private boolean isOpponent() {
    return Thread.currentThread() == opponent;
  }

  private void oppose() {
    Memory.seed(OPPONENT);
    while (true) {
      turnOfOpponent.acquireUninterruptibly();
      if (closed) {
        return;
      }
      Hook.join(this);
      try {
        move.run();
      } catch (RuntimeException | Error e) {
        thrown = e;
      } finally {
        Hook.part();
      }
      opponentWaits = false;
      turnOfOperation.release();
    }
  }

  /** Lets the opponent run until it has finished its move, or waits. */
  private void turn() {
    turnOfOpponent.release();
    turnOfOperation.acquireUninterruptibly();
  }

  private void rethrow() {
    Throwable failure = thrown;
    thrown = null;
    if (failure != null) {
      throw new IllegalStateException("an operation failed beside another: " + failure, failure);
    }
  }

  private void step() {
    if (isOpponent() || !counting) {
      return;
    }
    if (++steps == most) {
      throw new Endless();
    }
    // Not in a monitor, where the opponent could really block.
    if (steps >= next && movesLeft > 0 && monitors == 0 && !opponentWaits) {
      movesLeft--;
      next += period;
      turn();
    }
  }

  private void wrote() {
    if (!isOpponent()) {
      spins = 0;
      if (opponentWaits && monitors == 0) {
        turn();
      }
    }
  }

  private void waits(Site site) {
    if (isOpponent()) {
      if (monitorsOfOpponent > 0) {
        throw new IllegalStateException(site + " waits in a monitor");
      }
      opponentWaits = true;
      turnOfOperation.release();
      turnOfOpponent.acquireUninterruptibly();
    } else if (opponentWaits && monitors == 0) {
      turn();
    } else if (++spins > SPINS) {
      throw new IllegalStateException(site + " waits for another thread, which never comes");
    }
  }

  @Override
  public @Nullable Object load(Access access) {
    step();
    return access.get();
  }

  @Override
  public void store(Access access, @Nullable Object value) {
    step();
    access.put(value);
    wrote();
  }

  @Override
  public @Nullable Object rmw(Access access, Update update) {
    step();
    Object result = access.update(update);
    wrote();
    return result;
  }

  @Override
  public void fence(Site site, Fence fence) {
    step();
  }

  @Override
  public void calls(Site site) {}

  @Override
  public void freeze(Object object) {}

  @Override
  public void monitorEnter(Object monitor) {
    step();
    if (isOpponent()) {
      monitorsOfOpponent++;
    } else {
      monitors++;
    }
  }

  @Override
  public void monitorExit(Object monitor) {
    if (isOpponent()) {
      monitorsOfOpponent--;
    } else {
      monitors--;
    }
    step();
    wrote();
  }

  @Override
  public void spin(Site site) {
    waits(site);
  }

  @Override
  public void park(Site site) {
    waits(site);
    // Makes park return at once, which its contract permits.
    LockSupport.unpark(requireNonNull(Thread.currentThread()));
  }

  @Override
  public void newObject(Class<?> type) {}

  @Override
  public void newArray(Object array) {}
}
