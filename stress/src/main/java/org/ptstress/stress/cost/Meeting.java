package org.ptstress.stress.cost;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.run.cost.Culprit;
import org.ptstress.run.cost.Operation;
import org.ptstress.run.cost.Part;
import org.ptstress.run.cost.Relation;
import org.ptstress.stress.cost.World.Made;
import org.ptstress.stress.cost.World.Owner;
import org.ptstress.stress.engine.record.Conflict;
import org.ptstress.stress.engine.record.Conflict.Beside;
import org.ptstress.stress.engine.record.Kind;
import org.ptstress.stress.engine.record.Names;
import org.ptstress.stress.engine.record.Recording;

/** A pair of operations in a world, undone afterwards so that the world keeps its size. */
final class Meeting {
  private static final int TIMERS = 70;
  private static final int FREED = 2;
  private static final int TIMERS_OF_THE_ENDING = 8;

  private final World world;
  private final Runnable first;
  private final Runnable second;
  private final List<Runnable> undo = new ArrayList<>();
  private @Nullable Recording firstDone;
  private @Nullable Recording secondDone;

  /** Adds two processes for the pairs. */
  static void populate(World world) {
    world.add(TIMERS, FREED);
    world.add(TIMERS, FREED);
  }

  Meeting(World world, Pair pair) {
    this.world = world;
    Owner one = world.owners.get(0);
    Owner other = pair.relation() == Relation.OTHER_PROCESS ? world.owners.get(1) : one;
    if (pair.second() == Operation.EXIT) {
      other = world.add(TIMERS_OF_THE_ENDING, FREED);
      one = pair.relation() == Relation.OTHER_PROCESS ? one : other;
    }
    if (pair.first() == Operation.EXIT) {
      one = world.add(TIMERS_OF_THE_ENDING, FREED);
    }
    keepCounter(one);
    keepCounter(other);
    int mine = world.draw(one);
    int others = world.draw(other);
    while (one == other && others == mine) {
      others = world.draw(other);
    }
    boolean same = pair.relation() == Relation.SAME_TIMER;
    first = action(pair.first(), one, mine, 0);
    second =
        same && pair.first() == Operation.DELETE
            ? world.secondDeletion(one, mine)
            : action(pair.second(), other, same ? mine : others, 1);
  }

  /** Restores the counter afterwards: a create at an id may move it to taken ids. */
  private void keepCounter(Owner owner) {
    if (world.hasExactIds()) {
      int next = owner.process.nextTimerId();
      undo(owner, () -> owner.process.setNextTimerId(next));
    }
  }

  private Runnable action(Operation operation, Owner owner, int id, int number) {
    return switch (operation) {
      case FIND, MISS -> world.lookup(owner, id, true);
      case GETTIME -> world.gettime(owner, id);
      case SETTIME -> world.settime(owner, id, 1 + number);
      case CREATE -> created(owner, world.creation(owner));
      case CREATE_AT -> created(owner, world.creationAt(owner, owner.freed.get(number)));
      case DELETE -> {
        owner.ids.remove(id);
        undo(owner, () -> world.restore(owner, id));
        yield world.deletion(owner, id);
      }
      case EXIT -> {
        undo.add(() -> world.forget(owner));
        yield world.exit(owner);
      }
    };
  }

  private Runnable created(Owner owner, Made made) {
    undo(owner, () -> world.delete(owner, made.keep()));
    return made;
  }

  /** Registers an undo action, which an ended process does not need. */
  private void undo(Owner owner, Runnable action) {
    undo.add(
        () -> {
          if (!owner.process.isExiting()) {
            action.run();
          }
        });
  }

  void first() {
    firstDone = world.recorder.record(first);
  }

  void second() {
    secondDone = world.recorder.record(second);
  }

  /** Runs the second when the first is about to compare-and-set one of some locations. */
  void collide(List<Conflict> at, LogicalThreads threads) {
    world.recorder.collide(at, () -> threads.second(this::second));
    threads.first(this::first);
  }

  boolean hasCollided() {
    return secondDone != null;
  }

  List<Conflict> conflicts() {
    return Conflict.between(requireNonNull(firstDone), requireNonNull(secondDone));
  }

  boolean hasGrown() {
    return requireNonNull(firstDone).allocatesArray()
        || requireNonNull(secondDone).allocatesArray();
  }

  /** The shared locations in this state, each culprit once. */
  Set<Culprit> culprits() {
    Set<Culprit> culprits = new HashSet<>();
    Recording before = requireNonNull(firstDone);
    Recording after = requireNonNull(secondDone);
    Names names = world.names();
    names.changed(before, after);
    List<Conflict> conflicts = new ArrayList<>(conflicts());
    // Fields in the object of a lock share its cache line and are invalidated with it.
    conflicts.addAll(Conflict.beside(before, after, SpinLock.class::isInstance));
    for (Conflict conflict : conflicts) {
      String location = names.of(conflict.base(), conflict.offset());
      Part part = Part.of(location);
      if (part != Part.MODEL) {
        String accesses =
            text(conflict.first(), conflict.beside() == Beside.FIRST)
                + " | "
                + text(conflict.second(), conflict.beside() == Beside.SECOND);
        boolean firstWrites = conflict.first().stream().anyMatch(Kind::writes);
        culprits.add(new Culprit(location, part, isLock(conflict), firstWrites, accesses, 1));
      }
    }
    return culprits;
  }

  private static boolean isLock(Conflict conflict) {
    return conflict.base() instanceof SpinLock
        || conflict.isMonitor()
        || isOfTheJdk(conflict.base().getClass());
  }

  /** Whether objects are locks of the JDK, or what its other synchronizers are built upon. */
  private static boolean isOfTheJdk(Class<?> type) {
    Class<?> parent = type.getSuperclass();
    return type.getPackageName().equals(Lock.class.getPackageName())
        || (parent != null && isOfTheJdk(parent));
  }

  private static String text(Set<Kind> kinds, boolean beside) {
    String text = kinds.stream().map(Kind::text).collect(Collectors.joining("+"));
    return beside ? text + " beside it" : text;
  }

  /** Undoes in reverse order, so that the counter is restored last. */
  void undo() {
    Collections.reverse(undo);
    undo.forEach(Runnable::run);
  }
}
