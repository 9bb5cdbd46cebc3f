package org.ptstress.stress.engine.record;

import static java.util.Objects.requireNonNull;

import java.util.List;
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
  private List<Move> moves = List.of();
  private volatile boolean closed;

  /** Whether the opponent waits for the operation in the middle of a move. */
  private boolean opponentWaits;

  private @Nullable Throwable thrown;
  private boolean counting;
  private int monitors;
  private int monitorsOfOpponent;
  private int spins;
  private long steps;
  private long stepsOfTurn;
  private long most;

  /** The number of moves that the opponent has begun. */
  private int moved;

  /** Starts the opponent's thread, which idles. */
  public Duel() {
    opponent = new Thread(this::oppose, Hook.LOGICAL + OPPONENT);
    opponent.setDaemon(true);
    opponent.start();
  }

  /**
   * A move of the opponent.
   *
   * @param after the steps of the operation before it, at least 1
   * @param action what the opponent does
   */
  public record Move(long after, Runnable action) {}

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
   * @param moves the moves of the opponent, in the order of the steps before them
   * @param limit the steps at which the operation is abandoned with all that it uses; an opponent
   *     that makes as many in one turn waits
   * @return the steps, or the limit
   * @throws IllegalStateException if both wait for each other
   */
  public long steps(Runnable operation, List<Move> moves, long limit) {
    this.moves = moves;
    moved = 0;
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
    moved = moves.size();
    for (int i = 0; opponentWaits; i++) {
      if (i == SPINS) {
        throw new IllegalStateException("an operation waits for another one that has ended");
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
        moves.get(moved - 1).action().run();
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
    stepsOfTurn = 0;
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
    if (isOpponent()) {
      stepOfOpponent();
      return;
    }
    if (!counting) {
      return;
    }
    if (++steps == most) {
      throw new Endless();
    }
    // Not in a monitor, where the opponent could really block.
    while (moved < moves.size()
        && steps >= moves.get(moved).after()
        && monitors == 0
        && !opponentWaits) {
      moved++;
      turn();
    }
  }

  /** It may go round in circles until the operation goes on. */
  private void stepOfOpponent() {
    if (++stepsOfTurn >= most) {
      if (monitorsOfOpponent > 0) {
        throw new IllegalStateException("an operation stays in a monitor for " + most + " steps");
      }
      standBack();
    }
  }

  private void standBack() {
    opponentWaits = true;
    turnOfOperation.release();
    turnOfOpponent.acquireUninterruptibly();
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
      standBack();
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
