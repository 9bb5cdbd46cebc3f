package org.ptstress.stress.engine.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ptstress.stress.engine.hook.Fence;
import org.ptstress.stress.engine.hook.Mode;
import org.ptstress.stress.engine.hook.Update;

/** The accesses of an execution to shared locations, in order. */
public final class Trace {
  private static final int FRAMES = 3;
  private static final String ENGINE = Trace.class.getPackageName().replaceAll("explore$", "");

  private final List<Step> steps = new ArrayList<>();
  private final Predicate<Class<?>> isLock;
  private final Predicate<Class<?>> isHarness;
  private final boolean whole;

  /**
   * Creates an empty trace of accesses to shared locations.
   *
   * @param isLock selects classes whose methods are traced as one step: lock, unlock and so on
   * @param isHarness selects classes whose frames are left out
   */
  public Trace(Predicate<Class<?>> isLock, Predicate<Class<?>> isHarness) {
    this(isLock, isHarness, false);
  }

  /**
   * Creates an empty trace.
   *
   * @param isLock selects classes whose methods are traced as one step: lock, unlock and so on
   * @param isHarness selects classes whose frames are left out
   * @param whole whether accesses to unshared locations are kept, too; only for {@link
   *     Search#replay}
   */
  public Trace(Predicate<Class<?>> isLock, Predicate<Class<?>> isHarness, boolean whole) {
    this.isLock = isLock;
    this.isHarness = isHarness;
    this.whole = whole;
  }

  /** The place of an access: the lock and the stack. */
  private record Place(String lock, @Nullable Object locked, List<String> frames) {}

  /**
   * A step of an actor.
   *
   * @param actor its number
   * @param verb what it did
   * @param base the object of the location, or the lock; null if there is none
   * @param offset where in it, or {@link #WHOLE}
   * @param old the value that it found, of an update
   * @param value the value that it read or stored
   * @param mode how it was ordered
   * @param note a remark: a stale read, a late store
   * @param lock the enclosing method of a lock, or ""
   * @param frames the stack frames, the innermost first
   */
  public record Step(
      int actor,
      String verb,
      @Nullable Object base,
      long offset,
      @Nullable Object old,
      @Nullable Object value,
      String mode,
      @Nullable Note note,
      String lock,
      List<String> frames) {}

  /**
   * A remark on a stale read or a late store.
   *
   * @param what the remark
   * @param newest the newest value
   * @param writer the actor that stored it
   */
  public record Note(String what, @Nullable Object newest, int writer) {}

  /** The offset that stands for the object as a whole. */
  public static final long WHOLE = -1;

  /**
   * The accesses of the actors.
   *
   * @return the steps in the order of the execution
   */
  public List<Step> steps() {
    return steps;
  }

  boolean isWhole() {
    return whole;
  }

  void load(int actor, Location at, int index, Mode mode) {
    Note note = index < at.size() - 1 ? newer("stale", at) : null;
    add(actor, "reads", at, null, at.at(index).value, name(mode), note);
  }

  void store(int actor, Location at, @Nullable Object value, Mode mode, boolean isNewest) {
    Note note = isNewest ? null : newer("enters before", at);
    add(actor, "writes", at, null, value, name(mode), note);
  }

  void update(int actor, Location at, int index, Update update, Mode mode, boolean isStale) {
    Object old = at.at(index).value;
    Note note = isStale ? newer("stale", at) : null;
    if (update.writes(old)) {
      add(actor, "updates", at, old, update.next(old), name(mode), note);
    } else {
      add(actor, "fails to update", at, null, old, name(mode), note);
    }
  }

  private static Note newer(String what, Location at) {
    return new Note(what, at.newest().value, at.newest().actor);
  }

  void fence(int actor, Fence fence) {
    Place place = place(null);
    steps.add(
        new Step(
            actor,
            name(fence) + " fence",
            null,
            WHOLE,
            null,
            null,
            "",
            null,
            place.lock(),
            place.frames()));
  }

  void monitor(int actor, Object monitor, boolean enters) {
    String verb = enters ? "enters" : "leaves";
    steps.add(
        new Step(actor, verb, monitor, WHOLE, null, null, "", null, "", place(monitor).frames()));
  }

  /** Marks that an actor repeats its last steps from here on. */
  void waits(int actor) {
    steps.add(
        new Step(actor, "waits", null, WHOLE, null, null, "", null, "", place(null).frames()));
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void add(
      int actor,
      String verb,
      Location at,
      @Nullable Object old,
      @Nullable Object value,
      String mode,
      @Nullable Note note) {
    Place place = place(at.base);
    if (!place.lock().isEmpty() && note == null) {
      fold(actor, place);
    } else {
      steps.add(
          new Step(actor, verb, at.base, at.offset, old, value, mode, note, "", place.frames()));
    }
  }

  /** Folds the accesses of a call of a lock, however often it polls, into one step. */
  private void fold(int actor, Place place) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step last = steps.get(i);
      if (last.actor() == actor) {
        if (last.lock().equals(place.lock()) && last.frames().equals(place.frames())) {
          return;
        }
        break;
      }
    }
    steps.add(
        new Step(
            actor,
            place.lock() + "s",
            place.locked(),
            WHOLE,
            null,
            null,
            "",
            null,
            place.lock(),
            place.frames()));
  }

  private Place place(@Nullable Object base) {
    List<StackWalker.StackFrame> frames =
        StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
            .walk(
                walk ->
                    walk.filter(frame -> !frame.getClassName().startsWith(ENGINE))
                        .takeWhile(frame -> !isHarness.test(frame.getDeclaringClass()))
                        .collect(Collectors.toList()));
    String lock = "";
    int from = 0;
    for (int i = 0; i < frames.size(); i++) {
      if (isLock.test(frames.get(i).getDeclaringClass())) {
        lock = frames.get(i).getMethodName();
        from = i + 1;
      }
    }
    List<String> names =
        frames.stream().skip(from).limit(FRAMES).map(Trace::text).collect(Collectors.toList());
    return new Place(lock, base, names);
  }

  private static String text(StackWalker.StackFrame frame) {
    String type = frame.getClassName();
    return type.substring(1 + Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')))
        + "."
        + frame.getMethodName()
        + ":"
        + frame.getLineNumber();
  }
}
