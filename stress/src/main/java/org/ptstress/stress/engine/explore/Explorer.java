package org.ptstress.stress.engine.explore;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ptstress.stress.engine.choice.Bounds;
import org.ptstress.stress.engine.choice.Choices;
import org.ptstress.stress.engine.choice.Path;
import org.ptstress.stress.engine.choice.Replay;
import org.ptstress.stress.engine.hook.Access;
import org.ptstress.stress.engine.hook.Backend;
import org.ptstress.stress.engine.hook.Clock;
import org.ptstress.stress.engine.hook.Fence;
import org.ptstress.stress.engine.hook.Hook;
import org.ptstress.stress.engine.hook.Identities;
import org.ptstress.stress.engine.hook.Memory;
import org.ptstress.stress.engine.hook.Mode;
import org.ptstress.stress.engine.hook.Site;
import org.ptstress.stress.engine.hook.UnsupportedAccess;
import org.ptstress.stress.engine.hook.Update;

/**
 * Runs the actors of a program one at a time. A scheduler chooses the order of actors and the store
 * that each load returns. Switches happen only at accesses to shared locations: those that one
 * actor was seen to write and another to access.
 */
public final class Explorer implements Backend, AutoCloseable {
  private static final int DRIVER = 0;

  /** The number of accesses that counts as non-termination; no scenario needs as many. */
  private static final int MOST_STEPS = 500_000;

  /**
   * The same for repeated accesses of an actor to a location: a long scan reads many locations, but
   * each once.
   */
  private static final int MOST_REPETITIONS = 60_000;

  /** Accesses of a turn after which an actor counts as waiting, even without a spin hint. */
  private static final int LONGEST_TURN = 2_000;

  /** Rounds of waiting of all actors that count as a deadlock. */
  private static final int MOST_STALLS = 300;

  /**
   * Consecutive rounds without anything new after which an unaided actor counts as blocked. A loop
   * that gives up later is wrongly accused.
   */
  private static final int MOST_ROUNDS = 5_000;

  /** The weight of a lock in shared locations. */
  static final int LOCK = 1_000;

  /** The rounds that a turn of maximum length counts for. */
  private static final int ROUNDS_OF_A_TURN = 250;

  /** Rounds of waiting that a trace shows; later ones are the same. */
  private static final int SHOWN_ROUNDS = 2;

  private final Baton baton = new Baton();
  private final Monitors monitors = new Monitors();
  private final Path path = new Path();
  private final Keys keys;
  private final Locations locations;
  private final WeakMemory memory;
  private final @Nullable Orders orders;
  private final Thread driver = Thread.currentThread();

  /** The host threads without the driver. */
  private final List<Thread> hosts = new ArrayList<>();

  /** The current or last actor of each host thread. */
  private final List<Actor> jobs = new ArrayList<>();

  private Actor[] actors = new Actor[0];
  private Choices choices = new Replay(new Path());
  private Program.@Nullable Run run;
  private @Nullable Actor now;
  private @Nullable Trace trace;

  /** Whether accesses to unshared locations are traced, too. */
  private boolean whole;

  private int unfinished;
  private int waiting;
  private int asleep;
  private int busy;

  /** Whether actors advance to their first access, so that it is known before the choice. */
  private boolean musters;

  private int steps;
  private int repetitions;

  /** The number of stores that changed a value. */
  private int changes;

  private int stalls;
  private int preemptions;
  private int staleReads;
  private @Nullable String aborted;
  private @Nullable UnsupportedAccess unsupported;
  private int unaided = Program.NOBODY;
  private boolean blocked;

  /** Whether this execution is equivalent to another one; its ending is not wanted. */
  private boolean redundant;

  /** Whether preemptions equivalent to the last one are found; only with two actors. */
  private boolean compares;

  /** The actor of the last difference from the plainest execution if that is a preemption. */
  private @Nullable Actor preempted;

  private int mostSteps;
  private int mostRepetitions;

  /** The spin hints of loops that go on to other locations: they do not wait for a change. */
  private final Set<Site> roaming = new HashSet<>();

  /** Those that the last execution has shown. */
  private final Set<Site> seenRoaming = new HashSet<>();

  /** The trace, set aside while nothing new happens. */
  private @Nullable Trace muted;

  /**
   * Creates an explorer. Must be called in the thread that will call {@link #execute}.
   *
   * @param rules the rules of the memory model
   * @param treatments how fields are treated
   */
  public Explorer(Set<Rule> rules, Function<Field, Treatment> treatments) {
    this(rules, treatments, null);
  }

  /**
   * Creates an explorer that can weaken orders of the code.
   *
   * @param rules the rules of the memory model
   * @param treatments how fields are treated
   * @param orders records the ordered accesses and weakens them; null to keep the code's orders
   */
  public Explorer(Set<Rule> rules, Function<Field, Treatment> treatments, @Nullable Orders orders) {
    this.orders = orders;
    this.keys = new Keys(treatments);
    this.locations = new Locations(keys);
    this.memory = new WeakMemory(rules, this::chooseStore);
  }

  /** Forgets what {@link #learn} has learned. */
  void forget() {
    keys.forget();
    roaming.clear();
  }

  /**
   * Learns from the last execution which locations are shared, and which spin hints do not wait;
   * returns whether any is new.
   */
  boolean learn() {
    boolean isNew = roaming.addAll(seenRoaming);
    return locations.learn() || isNew;
  }

  /** What was learned: the names of the shared fields, and the places of the spin hints. */
  List<String> learned() {
    return Stream.concat(keys.shared().stream(), roaming.stream().map(Site::place))
        .sorted()
        .toList();
  }

  /**
   * The length of the last execution.
   *
   * @return the accesses of all actors
   */
  public int accesses() {
    return steps;
  }

  /**
   * The sharing between actors in a serial execution: the monitors and the locations that more than
   * one of them changes. Monitors, and locations that both update like locks, weigh most.
   *
   * @param program the program, whose classes are initialised
   * @return a relative measure
   */
  public int meetings(Program program) {
    execute(program, new Replay(new Path()));
    return locations.meetings() + LOCK * monitors.meetings();
  }

  /** The differences of the last execution from the plainest one. */
  String path() {
    return path.toString();
  }

  /** The distance of the last execution from the plainest one. */
  Bounds distance() {
    return new Bounds(preemptions, staleReads);
  }

  /** Executes a program once. */
  Ending execute(Program program, Choices chosen) {
    return execute(program, chosen, null);
  }

  /** Executes the program and keeps a trace. */
  Ending execute(Program program, Choices chosen, @Nullable Trace kept) {
    prepare(program.actors());
    unaided = program.unaided();
    choices = chosen;
    trace = kept;
    whole = kept != null && kept.isWhole();
    // Seeded, because a skip list draws node heights during set-up.
    Memory.seed(actors.length + 1);
    Program.Run started = program.start();
    run = started;
    chosen.begin();
    musters = !chosen.isBounded();
    compares = chosen.reduces() && chosen.isBounded() && actors.length == 2;
    Actor first = actors[chooseAmong(unfinished)];
    begin(first, DRIVER);
    turnTo(first);
    give(DRIVER);
    host(DRIVER);
    trace = null;
    run = null;
    muted = null;
    if (unsupported != null) {
      throw unsupported;
    }
    if (redundant) {
      return new Ending(Ending.Kind.REDUNDANT, "");
    }
    if (aborted != null) {
      return new Ending(Ending.Kind.ENDLESS, aborted);
    }
    for (Actor actor : actors) {
      if (actor.thrown != null) {
        return new Ending(Ending.Kind.THREW, text(actor.thrown));
      }
    }
    return blocked
        ? new Ending(Ending.Kind.BLOCKED, "the last thread waits for a stalled thread")
        : new Ending(Ending.Kind.DONE, started.outcome());
  }

  private static String text(Throwable thrown) {
    StackTraceElement[] places = thrown.getStackTrace();
    return thrown + (places.length == 0 ? "" : " at " + places[0]);
  }

  private void prepare(int count) {
    if (actors.length != count) {
      actors = new Actor[count];
      for (int i = 0; i < count; i++) {
        actors[i] = new Actor(i);
      }
    }
    for (Actor actor : actors) {
      actor.reset();
    }
    unfinished = (1 << count) - 1;
    waiting = 0;
    asleep = 0;
    busy = 0;
    steps = 0;
    repetitions = 0;
    changes = 0;
    stalls = 0;
    preemptions = 0;
    staleReads = 0;
    aborted = null;
    unsupported = null;
    blocked = false;
    redundant = false;
    preempted = null;
    seenRoaming.clear();
    mostSteps = MOST_STEPS;
    mostRepetitions = MOST_REPETITIONS;
    muted = null;
    locations.reset();
    memory.reset();
    monitors.reset();
    path.clear();
    Clock.reset();
    Identities.restart();
  }

  @Override
  public void close() {
    baton.close();
    hosts.forEach(LockSupport::unpark);
  }

  /**
   * The body of a host thread. It runs actors one after the other as long as none is preempted,
   * which saves hand-overs between threads. The driver is the first host.
   */
  private void host(int me) {
    while (baton.await(me) && !(me == DRIVER && unfinished == 0)) {
      Actor actor = requireNonNull(jobs.get(me));
      while (actor != null) {
        perform(actor);
        actor = finish(actor, me);
      }
    }
  }

  private void perform(Actor actor) {
    Memory.seed(actor.number + 1);
    // Actors on one host thread, and the set-up before them, must not share its thread locals.
    Memory.forgetLocals();
    Hook.join(this);
    try {
      if (aborted == null) {
        requireNonNull(run).act(actor.number);
      }
    } catch (Abort e) {
      // Every actor of an aborted execution ends by this.
    } catch (Throwable e) {
      actor.thrown = e;
    } finally {
      Hook.part();
    }
    if (aborted != null) {
      // Thread locals may be half updated after an abort.
      Memory.forgetLocals();
    }
  }

  /** Returns the next actor of this thread, or null if another thread got the baton. */
  private @Nullable Actor finish(Actor actor, int me) {
    steps++;
    unfinished &= ~actor.bit;
    waiting &= ~actor.bit;
    busy &= ~(1 << me);
    if (unfinished == 0) {
      give(DRIVER);
      return null;
    }
    Actor next = actors[other(actor)];
    if (next.host == Actor.NOWHERE) {
      begin(next, me);
      turnTo(next);
      return next;
    }
    turnTo(next);
    give(next.host);
    return null;
  }

  private void begin(Actor actor, int host) {
    actor.host = host;
    busy |= 1 << host;
    while (jobs.size() <= host) {
      jobs.add(actor);
    }
    jobs.set(host, actor);
  }

  private void turnTo(Actor actor) {
    now = actor;
    actor.turn = 0;
    actor.passed.clear();
    Hook.actAs(actor.number + 1);
  }

  private void give(int host) {
    baton.give(host, host == DRIVER ? driver : thread(host));
  }

  private Thread thread(int host) {
    while (hosts.size() < host) {
      int number = hosts.size() + 1;
      Thread thread = new Thread(() -> host(number), "actors " + number);
      thread.setDaemon(true);
      hosts.add(thread);
      thread.start();
    }
    return hosts.get(host - 1);
  }

  private void switchTo(Actor from, int to) {
    if (to == from.number) {
      from.turn = 0;
      return;
    }
    Actor next = actors[to];
    if (next.host == Actor.NOWHERE) {
      begin(next, Integer.numberOfTrailingZeros(~busy));
    }
    turnTo(next);
    give(next.host);
    if (!baton.await(from.host) || aborted != null) {
      throw new Abort();
    }
  }

  /** Chooses the next actor when one has ended or waits. */
  private int other(Actor actor) {
    skipEquivalent();
    int ready = unfinished & ~waiting;
    if (aborted != null) {
      return Integer.numberOfTrailingZeros(unfinished);
    }
    if (ready == 0) {
      if (++stalls > MOST_STALLS) {
        aborted = "deadlock: all unfinished threads wait for each other";
        return Integer.numberOfTrailingZeros(unfinished);
      }
      waiting = 0;
      int behind = unfinished & -(actor.bit << 1);
      return Integer.numberOfTrailingZeros(behind != 0 ? behind : unfinished);
    }
    return chooseAmong(ready);
  }

  private int chooseAmong(int ready) {
    for (int i = 0; musters && i < actors.length; i++) {
      if (actors[i].host == Actor.NOWHERE) {
        return i;
      }
    }
    musters = false;
    int awake = ready & ~asleep;
    if (awake == 0) {
      markRedundant();
      asleep = 0;
      awake = ready;
    }
    int chosen =
        Integer.bitCount(awake) == 1
            ? Integer.numberOfTrailingZeros(awake)
            : choices.next(steps, awake);
    if (choices.reduces()) {
      leaveOut(awake, chosen);
    }
    if (chosen != Integer.numberOfTrailingZeros(ready)) {
      path.add(steps, Path.ACTOR, chosen);
    }
    return chosen;
  }

  private void markRedundant() {
    choices.redundant();
    redundant = !blocked;
  }

  /**
   * Whether the actor is the last one of a redundant execution, and runs on real memory, which
   * holds the newest stores. It is not aborted, because it may hold a lock in a static field.
   */
  private boolean coasts(Actor actor) {
    if (!redundant || unfinished != actor.bit) {
      return false;
    }
    step(actor, null);
    return true;
  }

  /** Leaves out the preemptions after which the other actor would do what it has just done. */
  private void skipEquivalent() {
    if (preempted != null && !blocked && !redundant && aborted == null) {
      choices.equivalent(preempted.passed.points());
    }
    preempted = null;
  }

  /** Suspends an actor until a location that it polled has changed. */
  private void waits(Actor actor) {
    step(actor, null);
    actor.passed.clear();
    if (isUnaided(actor) && !isBlocked(actor)) {
      actor.arrive();
      actor.turn = 0;
      return;
    }
    waiting |= actor.bit;
    actor.isPending = false;
    int to = other(actor);
    if (aborted != null) {
      throw new Abort();
    }
    switchTo(actor, to);
    waiting &= ~actor.bit;
    actor.arrive();
  }

  /** Whether an actor must terminate while others are stalled. */
  private boolean isUnaided(Actor actor) {
    return actor.number == unaided && unfinished != actor.bit;
  }

  /** Whether an unaided actor is blocked; then the others go on. */
  private boolean isBlocked(Actor actor) {
    if (actor.foundNew) {
      actor.foundNew = false;
      actor.rounds = 0;
      return false;
    }
    actor.rounds += actor.turn > LONGEST_TURN ? ROUNDS_OF_A_TURN : 1;
    if (actor.rounds > SHOWN_ROUNDS && trace != null) {
      trace.waits(actor.number);
      muted = trace;
      trace = null;
    }
    if (actor.rounds > MOST_ROUNDS) {
      block();
    }
    return blocked;
  }

  /** Lets the others go on: if the actor ends now, it was waiting for them. */
  private void block() {
    blocked = true;
    redundant = false;
    unaided = Program.NOBODY;
    mostSteps = steps + MOST_STEPS;
    mostRepetitions = repetitions + MOST_REPETITIONS;
    trace = null;
    muted = null;
  }

  private void step(Actor actor, @Nullable Location at) {
    if (aborted != null) {
      throw new Abort();
    }
    if (at != null && at.isNew(actor, changes)) {
      actor.foundNew = true;
      if (muted != null) {
        trace = muted;
        muted = null;
      }
    }
    boolean isFirst = at != null && at.isFirst(actor);
    repetitions += isFirst ? 0 : 1;
    if (at != null && actor.spun != null) {
      if (isFirst) {
        seenRoaming.add(actor.spun);
      }
      actor.spun = null;
    }
    if (++steps > mostSteps || repetitions > mostRepetitions) {
      if (isUnaided(actor)) {
        block();
      } else {
        aborted =
            steps > mostSteps
                ? "no end after " + MOST_STEPS + " accesses"
                : "no end after " + MOST_REPETITIONS + " accesses to the same locations";
        throw new Abort();
      }
    }
    actor.turn++;
  }

  /** A scheduling point before an access. */
  private void point(Actor actor, @Nullable Location at, boolean writes, boolean isVolatile) {
    step(actor, at);
    if (actor.turn > LONGEST_TURN && (unfinished & ~actor.bit) != 0) {
      waits(actor);
    }
    if (at != null && !isShown(at)) {
      return;
    }
    actor.pend(at, writes, isVolatile);
    actor.since = Actor.EVER;
    actor.sinceAsWriter = Actor.EVER;
    // Nobody could enter a monitor that the JVM holds for a preempted actor.
    boolean stays = blocked || actor.holds();
    int others = stays ? 0 : unfinished & ~(waiting | asleep | actor.bit);
    int before = choices.points();
    if (musters) {
      switchTo(actor, chooseAmong(unfinished));
    } else if (others != 0) {
      int step = steps;
      int to = choices.preempt(step, actor.number, others);
      if (to != actor.number) {
        preemptions++;
        path.add(step, Path.ACTOR, to);
        preempted = compares ? actor : null;
        if (choices.reduces()) {
          sleep(actor);
          leaveOut(others, to);
        }
        switchTo(actor, to);
      }
    }
    if (asleep != 0) {
      wake(actor);
    }
    if (preempted != null) {
      preempted.passed.meet(actor);
    }
    if (compares) {
      boolean isPoint = choices.points() > before;
      actor.passed.add(at, writes, isVolatile, isPoint ? before : CommutingAccesses.NO_POINT);
    }
  }

  /**
   * Puts an actor into the sleep set. Its next access has been explored here, and needs to be tried
   * again only after a dependent access of another actor (Godefroid, "Partial-Order Methods for the
   * Verification of Concurrent Systems", 1996).
   */
  private void sleep(Actor actor) {
    asleep |= actor.bit;
    actor.since = memory.moment();
    actor.sinceAsWriter = choices.isBounded() ? Actor.EVER : actor.since;
  }

  /** Puts tried candidates to sleep; not within bounds, where the order would cost more. */
  private void leaveOut(int candidates, int chosen) {
    if (!choices.isBounded()) {
      for (Actor each : actors) {
        if (each.number < chosen && (candidates & each.bit) != 0 && each.isPending) {
          sleep(each);
        }
      }
    }
  }

  /** Removes from the sleep set the actors whose next access depends on this one. */
  private void wake(Actor actor) {
    for (Actor each : actors) {
      if ((asleep & each.bit) != 0
          && each.conflicts(actor.pending, actor.pendingWrites, actor.pendingIsVolatile)) {
        asleep &= ~each.bit;
        if (!actor.pendingWrites || each.pending != actor.pending) {
          each.since = Actor.EVER;
          each.sinceAsWriter = Actor.EVER;
        }
      }
    }
  }

  /** Whether an access is a scheduling point; in a whole trace every access is. */
  private boolean isShown(Location at) {
    return at.key.shared || whole;
  }

  private void wrote(@Nullable Location at, boolean changes) {
    if (changes) {
      stalls = 0;
      this.changes++;
    }
    if (waiting != 0) {
      for (Actor each : actors) {
        if (at == null || each.hasPolled(at)) {
          waiting &= ~each.bit;
        }
      }
    }
  }

  private int chooseStore(int count) {
    int choice = choices.store(steps, count);
    if (choice != 0) {
      staleReads++;
      path.add(steps, Path.STORE, choice);
    }
    return choice;
  }

  /** The mode of an access, weakened if its order is. */
  private Mode mode(Actor actor, Access access, Location at, Order.Kind kind) {
    Mode mode = access.mode();
    return orders == null || at.treatment != Treatment.ORDINARY
        ? mode
        : orders.mode(actor.caller, access, at.key, kind);
  }

  @Override
  public void calls(Site site) {
    requireNonNull(now).caller = site;
  }

  @Override
  public @Nullable Object load(Access access) {
    Actor actor = requireNonNull(now);
    if (coasts(actor)) {
      return access.get();
    }
    if (access.mode() == Mode.FINAL) {
      return loadFinal(actor, access);
    }
    Location at = locations.of(access);
    if (at.treatment == Treatment.UNSEEN) {
      return access.get();
    }
    Mode mode = mode(actor, access, at, Order.Kind.LOAD);
    point(actor, at, false, mode == Mode.VOLATILE);
    at.readers |= actor.bit;
    actor.polls(at);
    if (at.treatment == Treatment.UNORDERED) {
      return memory.newest(actor, at, true);
    }
    int index = memory.load(actor, at, mode);
    if (index < 0) {
      markRedundant();
      index = at.size() - 1;
    }
    Object value = at.at(index).value;
    if (trace != null && isShown(at)) {
      trace.load(actor.number, at, index, mode);
    }
    return value;
  }

  private @Nullable Object loadFinal(Actor actor, Access access) {
    Object value = access.get();
    if (access.base() != null) {
      memory.thaw(actor, access.base());
    }
    locations.follow(access, value);
    return value;
  }

  @Override
  public void store(Access access, @Nullable Object value) {
    Actor actor = requireNonNull(now);
    if (access.mode() == Mode.FINAL || coasts(actor)) {
      access.put(value);
      return;
    }
    Location at = locations.of(access);
    if (at.treatment == Treatment.UNSEEN) {
      access.put(value);
      return;
    }
    Mode mode = mode(actor, access, at, Order.Kind.STORE);
    point(actor, at, true, mode == Mode.VOLATILE);
    at.writers |= actor.bit;
    boolean changes = !isSame(at.newest().value, value);
    if (at.treatment == Treatment.UNORDERED) {
      memory.count(actor, at, value, null);
      access.put(value);
    } else {
      boolean isNewest = memory.store(actor, at, value, mode);
      if (isNewest) {
        access.put(value);
      }
      if (trace != null && isShown(at)) {
        trace.store(actor.number, at, value, mode, isNewest);
      }
    }
    wrote(at, changes);
  }

  @Override
  public @Nullable Object rmw(Access access, Update update) {
    Actor actor = requireNonNull(now);
    if (coasts(actor)) {
      return access.update(update);
    }
    Location at = locations.of(access);
    if (at.treatment == Treatment.UNSEEN) {
      return access.update(update);
    }
    Mode mode = mode(actor, access, at, Order.Kind.UPDATE);
    point(actor, at, true, mode == Mode.VOLATILE);
    at.readers |= actor.bit;
    at.writers |= actor.bit;
    at.updaters |= actor.bit;
    actor.polls(at);
    if (at.treatment == Treatment.UNORDERED) {
      return count(actor, at, access, update);
    }
    int newest = at.size() - 1;
    int index = memory.update(actor, at, update, access, mode);
    Object old = at.at(index).value;
    if (trace != null && isShown(at)) {
      trace.update(actor.number, at, index, update, mode, index < newest);
    }
    if (update.writes(old)) {
      wrote(at, !isSame(old, update.next(old)));
    }
    return update.result(old);
  }

  /** Whether two values are the same, without calling code of the subject. */
  private static boolean isSame(@Nullable Object one, @Nullable Object other) {
    return one == other
        || ((one instanceof Number || one instanceof Boolean || one instanceof Character)
            && one.equals(other));
  }

  private @Nullable Object count(Actor actor, Location at, Access access, Update update) {
    View before = at.newest().view;
    Object old = memory.newest(actor, at, false);
    if (update.writes(old)) {
      memory.count(actor, at, update.next(old), before);
      access.put(at.newest().value);
      wrote(at, true);
    }
    return update.result(old);
  }

  @Override
  public void fence(Site site, Fence fence) {
    Actor actor = requireNonNull(now);
    if (coasts(actor)) {
      return;
    }
    for (Fence each : orders == null ? List.of(fence) : orders.fences(site, fence)) {
      if (each == Fence.FULL) {
        point(actor, null, true, true);
      }
      memory.fence(actor, each);
      if (trace != null) {
        trace.fence(actor.number, each);
      }
    }
  }

  @Override
  public void freeze(Object object) {
    memory.freeze(requireNonNull(now), object);
  }

  @Override
  public void monitorEnter(Object monitor) {
    Actor actor = requireNonNull(now);
    point(actor, null, true, true);
    while (!monitors.enter(monitor, actor)) {
      waits(actor);
    }
    if (trace != null) {
      trace.monitor(actor.number, monitor, true);
    }
  }

  @Override
  public void monitorExit(Object monitor) {
    requireNonNull(now).passed.clear();
    if (monitors.exit(monitor, memory)) {
      wrote(null, true);
    }
    if (trace != null) {
      trace.monitor(requireNonNull(now).number, monitor, false);
    }
  }

  @Override
  public void heldEnter(Site site, Object monitor) {
    Actor actor = requireNonNull(now);
    if (!monitors.hold(monitor, actor)) {
      throw unsupported(
          "threads meet in a monitor of "
              + site.owner()
              + ", in which the explorer cannot stall one ("
              + site
              + ")");
    }
    actor.held.add(monitor);
  }

  @Override
  public void spin(Site site) {
    Actor actor = requireNonNull(now);
    if (roaming.contains(site) && actor.foundNew && !isUnaided(actor)) {
      actor.foundNew = false;
      // Whether it has found anything new depends on whatever else has changed.
      preempted = null;
      actor.passed.clear();
      step(actor, null);
    } else {
      waits(actor);
      actor.spun = site;
    }
  }

  @Override
  public void park(Site site) {
    waits(requireNonNull(now));
    // Makes park return at once, which its contract permits.
    LockSupport.unpark(Thread.currentThread());
  }

  @Override
  public void newObject(Class<?> type) {}

  @Override
  public void newArray(Object array) {}

  @Override
  public UnsupportedAccess unsupported(String reason) {
    // Whatever the scenario takes it for, the execution says nothing about the design.
    unsupported = new UnsupportedAccess(reason);
    return unsupported;
  }
}
