package org.ptstress.stress.cost;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.LockKind;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.kernel.ReclamationKind;
import org.ptstress.model.syscall.SigEvent;
import org.ptstress.model.syscall.TimerSyscalls;
import org.ptstress.model.syscall.UserId;
import org.ptstress.model.timer.ClockId;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.model.timer.SlabAddresses;
import org.ptstress.model.timer.TimerInfo;
import org.ptstress.stress.engine.record.Names;
import org.ptstress.stress.engine.record.Recorder;

/** A table with processes and timers for recorded operations. */
final class World {
  /** A fixed number of CPUs, because tables are sized by it. */
  private static final int CPUS = 8;

  private static final int ID_BITS = 31;

  private static final Map<Class<?>, String> NAMES =
      Map.of(KTimer.class, "timer", Process.class, "process");

  final Recorder recorder = new Recorder();
  final List<Owner> owners = new ArrayList<>();

  private final SplittableRandom random;
  private @Nullable Names names;
  private final TableConfig config;
  private final TimerTable table;
  private final Rcu rcu;
  private final TimerSyscalls calls;
  private final SlabAddresses addresses;

  /** A process and the ids of its timers. */
  static final class Owner {
    final Process process;
    final Ids ids = new Ids();

    /** Its freed ids. */
    final List<Integer> freed = new ArrayList<>();

    Owner(Process process) {
      this.process = process;
    }
  }

  /**
   * An empty table.
   *
   * @param design the design
   * @param buckets the chains of a hash table
   * @param seed equal seeds give equal worlds
   */
  World(Design design, int buckets, long seed) {
    // Reused timers would be shared through the allocator, which does not belong to the design.
    this.config =
        new TableConfig(ID_BITS, buckets, CPUS, LockKind.TICKET, ReclamationKind.COLLECTOR);
    this.rcu = config.reclamation().newRcu();
    this.table = design.newTable(config, rcu);
    this.calls = new TimerSyscalls(new MarkedTable(table, recorder::inner), config, rcu);
    this.addresses = new SlabAddresses(seed);
    this.random = new SplittableRandom(seed);
  }

  /** Adds a process with some timers. */
  Owner add(int timers) {
    Owner owner = new Owner(new Process(addresses.next(), Integer.MAX_VALUE, config.locks()));
    owners.add(owner);
    for (int i = 0; i < timers; i++) {
      create(owner);
    }
    return owner;
  }

  /** Adds a process with some timers, after it has created and deleted more. */
  Owner add(int timers, int freed) {
    Owner owner = add(timers + freed);
    for (int i = 0; i < freed; i++) {
      int id = draw(owner);
      delete(owner, id);
      owner.freed.add(id);
    }
    return owner;
  }

  /** Adds a process with some timers, between whose halves others came and went. */
  Owner addAged(int timers, int rounds) {
    Owner owner = add(timers / 2);
    for (int i = 0; i < rounds; i++) {
      delete(owner, create(owner));
      Owner other = add(1);
      exit(other).run();
      forget(other);
    }
    for (int i = owner.ids.size(); i < timers; i++) {
      create(owner);
    }
    return owner;
  }

  /** Drops a process that has ended. */
  void forget(Owner owner) {
    owners.remove(owner);
  }

  boolean hasExactIds() {
    return table.hasExactIds();
  }

  int create(Owner owner) {
    Made made = creation(owner);
    made.run();
    return made.keep();
  }

  /** Recreates a deleted timer, at its id if the design supports that. */
  void restore(Owner owner, int id) {
    Made made = hasExactIds() ? creationAt(owner, id) : creation(owner);
    made.run();
    made.keep();
  }

  void delete(Owner owner, int id) {
    deletion(owner, id).run();
    owner.ids.remove(id);
  }

  /** Draws a process. */
  Owner drawOwner() {
    return owners.get(random.nextInt(owners.size()));
  }

  /** Draws an id that a process has. */
  int draw(Owner owner) {
    return owner.ids.get(random.nextInt(owner.ids.size()));
  }

  /** Draws an id that a process does not have. */
  int drawMissing(Owner owner) {
    int id = random.nextInt(config.maxId());
    return owner.ids.contains(id) ? drawMissing(owner) : id;
  }

  Runnable lookup(Owner owner, int id, boolean hit) {
    return () -> require(calls.lookup(owner.process, id) == hit, "lookup");
  }

  Runnable gettime(Owner owner, int id) {
    TimerInfo info = new TimerInfo();
    return () -> require(calls.timerGettime(owner.process, id, info) == 0, "gettime");
  }

  Runnable settime(Owner owner, int id, long time) {
    return () -> require(calls.timerSettime(owner.process, id, time, time) == 0, "settime");
  }

  Runnable deletion(Owner owner, int id) {
    return () -> require(calls.timerDelete(owner.process, id) == 0, "delete");
  }

  /** A delete of a timer that may already be deleted. */
  Runnable secondDeletion(Owner owner, int id) {
    return () -> calls.timerDelete(owner.process, id);
  }

  Runnable exit(Owner owner) {
    return () -> calls.exit(owner.process);
  }

  Made creation(Owner owner) {
    return new Made(owner, UserId.of(0));
  }

  /** A create at an id; the process is in restore mode until {@link Made#keep}. */
  Made creationAt(Owner owner, int id) {
    require(calls.prctl(owner.process, TimerSyscalls.RESTORE_IDS_ON) == 0, "prctl");
    return new Made(owner, UserId.of(id));
  }

  /** A create. */
  final class Made implements Runnable {
    private final Owner owner;
    private final UserId id;
    private final SigEvent event = SigEvent.of(1);

    private Made(Owner owner, UserId id) {
      this.owner = owner;
      this.id = id;
    }

    @Override
    public void run() {
      int error = calls.timerCreate(owner.process, ClockId.MONOTONIC, event, id);
      require(error == 0, "create");
    }

    /** Notes the id. */
    int keep() {
      owner.process.setRestoringIds(false);
      owner.ids.add(id.get());
      return id.get();
    }
  }

  private static void require(boolean success, String call) {
    if (!success) {
      throw new IllegalStateException("a " + call + " failed");
    }
  }

  /** The named roots from which all shared objects are reachable. */
  Map<String, Object> roots() {
    Map<String, Object> roots = new LinkedHashMap<>();
    roots.put("", calls);
    roots.put("table", table);
    roots.put("rcu", rcu);
    for (Owner owner : owners) {
      roots.putIfAbsent("process " + roots.size(), owner.process);
    }
    return roots;
  }

  /** The names of its objects, computed once. */
  Names names() {
    if (names == null) {
      names = new Names(roots(), object -> NAMES.get(object.getClass()));
    }
    return names;
  }
}
