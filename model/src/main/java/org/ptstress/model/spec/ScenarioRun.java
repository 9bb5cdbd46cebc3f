package org.ptstress.model.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Checked;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.LockFactory;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.syscall.SigEvent;
import org.ptstress.model.syscall.TimerSyscalls;
import org.ptstress.model.syscall.UserId;
import org.ptstress.model.timer.ClockId;
import org.ptstress.model.timer.Process;
import org.ptstress.model.timer.TimerInfo;

/**
 * One run of a scenario on a fresh table: the constructor does the set-up, {@link #act} is called
 * once for each actor by its own thread, then {@link #aftermath} once by one thread that sees all
 * their writes.
 */
public final class ScenarioRun implements IdHistory.Results {
  /** No id, or no timer. */
  static final int NO_ID = -1;

  /** A timer that the scenario did not create, or a half-built one. */
  static final int UNKNOWN = -2;

  /** The lookup did not come to an end of its own. */
  static final int NOT_ENDED = -3;

  private final ScenarioPlan plan;
  private final IdPolicy idPolicy;
  private final TimerSyscalls syscalls;
  private final LockFactory locks;
  private final Process[] processes;

  /** Results of the calls of the set-up, without the creates and deletes behind them. */
  private final CallResult[] setupResults;

  /** Whether a call of the set-up did not come to an end of its own: nothing follows it. */
  private boolean setupCut;

  /** The first exception of a call. */
  private final AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();

  /**
   * The id of every timer, by index; each element is written by the one thread that creates the
   * timer.
   */
  private final int[] ids;

  /** The results of every call of every actor; each row is written by that actor's thread. */
  private final CallResult[][] results;

  /**
   * The timer that each lookup of every actor has found, or {@link #NO_ID}; as {@link #results}.
   */
  private final int[][] found;

  /**
   * Sets a scenario up.
   *
   * @param plan the scenario, prepared
   * @param design the design under test
   * @param config the dimensions of the table
   */
  public ScenarioRun(ScenarioPlan plan, Design design, TableConfig config) {
    this(plan, design, config, config.reclamation().newRcu());
  }

  /**
   * Sets a scenario up in a domain of read sections.
   *
   * @param plan the scenario, prepared
   * @param design the design under test
   * @param config the dimensions of the table
   * @param rcu a new domain of {@link TableConfig#reclamation}, or what wraps one
   */
  public ScenarioRun(ScenarioPlan plan, Design design, TableConfig config, Rcu rcu) {
    this.plan = plan;
    this.idPolicy = design.idPolicy();
    this.syscalls = new TimerSyscalls(design.newTable(config, rcu), config, rcu);
    this.locks = config.locks();
    this.processes = new Process[plan.processes()];
    for (int i = 0; i < processes.length; i++) {
      processes[i] = newProcess(i);
    }
    this.ids = new int[plan.timerCount()];
    Arrays.fill(ids, NO_ID);
    this.results = new CallResult[plan.actorCount()][];
    this.found = new int[plan.actorCount()][];
    this.setupResults = new CallResult[plan.setup().length];
    for (int i = 0; i < setupResults.length; i++) {
      setupResults[i] = setUp(plan.setup()[i]);
    }
    for (int i = 0; i < plan.scenario().advances(); i++) {
      setUp(Step.ADVANCE);
    }
  }

  private Process newProcess(int index) {
    return new Process(plan.address(index), Integer.MAX_VALUE, locks);
  }

  private CallResult setUp(Step step) {
    if (setupCut) {
      return CallResult.SKIPPED;
    }
    CallResult result = ending(step, new int[1], 0);
    setupCut = !result.ended();
    return result;
  }

  /** Moves the id counter of process 0 on by one. */
  private CallResult advance() {
    UserId id = UserId.of(0);
    if (syscalls.timerCreate(processes[0], ClockId.MONOTONIC, SigEvent.of(0), id) == 0) {
      syscalls.timerDelete(processes[0], id.get());
    }
    // A design whose counter cannot be moved shows that in the calls that follow.
    return CallResult.OK;
  }

  /**
   * Runs one actor.
   *
   * @param actor its index
   * @return the results of its calls, as the outcome spells them
   */
  public String act(int actor) {
    Step[] steps = plan.steps(actor);
    CallResult[] own = new CallResult[steps.length];
    int[] ownFound = new int[steps.length];
    Arrays.fill(ownFound, NO_ID);
    boolean cut = setupCut;
    for (int i = 0; i < own.length; i++) {
      // A thread that does not come back from a call makes no other.
      own[i] = cut ? CallResult.SKIPPED : ending(steps[i], ownFound, i);
      cut |= !own[i].ended();
    }
    results[actor] = own;
    found[actor] = ownFound;
    return ScenarioPlan.text(own);
  }

  /**
   * Makes a call; that it does not come to an end of its own is a result too.
   *
   * @param found where a lookup notes which timer it found
   * @param at the index of the call in it
   */
  private CallResult ending(Step step, int[] found, int at) {
    CallResult result;
    try {
      result = call(step, found, at);
    } catch (Throwable e) {
      note(e);
      return CallResult.THREW;
    }
    return isLost() ? CallResult.ENDLESS : result;
  }

  /** Whether only checked mode brought this thread out of a call. */
  private boolean isLost() {
    return Checked.ON && syscalls.lostThread() == Thread.currentThread();
  }

  /** Keeps what a call threw, and throws on what says nothing about the design. */
  private void note(Throwable e) {
    // Lincheck ends the threads of an interleaving that it gives up by an error of its own.
    boolean ofTools = e.getClass().getName().startsWith("org.jetbrains.lincheck.");
    if (e instanceof Error error && (ofTools || error instanceof OutOfMemoryError)) {
      throw error;
    }
    thrown.compareAndSet(null, e);
  }

  private CallResult call(Step step, int[] found, int at) {
    Process process = processes[step.process()];
    int timer = step.timer();
    return switch (step.kind()) {
      case CREATE -> create(process, timer, UserId.of(step.argument()));
      case FAILING_CREATE ->
          result(syscalls.timerCreate(process, ClockId.MONOTONIC, SigEvent.bad(), UserId.of(0)));
      case RESTORE_MODE -> result(syscalls.prctl(process, step.argument()));
      case RESTORE -> restore(process, timer, step.argument());
      case MOVE_COUNTER -> {
        moveCounter(process, step.argument());
        yield CallResult.OK;
      }
      case GETTIME ->
          ids[timer] == NO_ID ? CallResult.SKIPPED : gettime(process, ids[timer], timer, found, at);
      case GETTIME_ID -> gettime(process, step.argument(), timer, found, at);
      case DELETE ->
          ids[timer] == NO_ID
              ? CallResult.SKIPPED
              : result(syscalls.timerDelete(process, ids[timer]));
      case LOOKUP -> {
        syscalls.lookup(process, step.argument());
        yield CallResult.OK;
      }
      case ADVANCE -> advance();
      case EXEC -> {
        syscalls.exec(process);
        yield CallResult.OK;
      }
      case EXIT -> {
        syscalls.exit(process);
        yield CallResult.OK;
      }
      case FORK -> {
        processes[step.process()] = newProcess(step.process());
        yield CallResult.OK;
      }
    };
  }

  private CallResult create(Process process, int timer, UserId id) {
    // The timer carries its index, so that a lookup can tell which timer it found.
    int error = syscalls.timerCreate(process, ClockId.MONOTONIC, SigEvent.of(timer + 1), id);
    if (error == -Errno.ESRCH && !process.isExiting()) {
      // The negative id of a broken design, which only looks like the error of a dying process.
      return CallResult.NEGATIVE;
    }
    if (error != 0) {
      return result(error);
    }
    if (id.get() < 0 || id.get() > plan.maxId()) {
      return CallResult.OUT_OF_RANGE;
    }
    ids[timer] = id.get();
    return CallResult.OK;
  }

  private CallResult restore(Process process, int timer, int wanted) {
    if (syscalls.prctl(process, TimerSyscalls.RESTORE_IDS_ON) == 0) {
      CallResult result = create(process, timer, UserId.of(wanted));
      syscalls.prctl(process, TimerSyscalls.RESTORE_IDS_OFF);
      return result == CallResult.OK && ids[timer] != wanted ? CallResult.NOT_RESTORED : result;
    }
    for (long tries = 1L << plan.scenario().idBits(); tries > 0; tries--) {
      CallResult result = create(process, timer, UserId.of(0));
      if (result != CallResult.OK || ids[timer] == wanted) {
        return result;
      }
      int other = ids[timer];
      ids[timer] = NO_ID;
      if (syscalls.timerDelete(process, other) != 0 || other > wanted) {
        break;
      }
    }
    return CallResult.NOT_RESTORED;
  }

  private void moveCounter(Process process, int next) {
    process.setNextTimerId(next);
    // Behind no id comes the first one.
    if (next > 0 && syscalls.prctl(process, TimerSyscalls.RESTORE_IDS_ON) == 0) {
      UserId before = UserId.of(next - 1);
      if (syscalls.timerCreate(process, ClockId.MONOTONIC, SigEvent.of(0), before) == 0) {
        syscalls.timerDelete(process, before.get());
      }
      syscalls.prctl(process, TimerSyscalls.RESTORE_IDS_OFF);
    }
  }

  private CallResult gettime(Process process, int id, int timer, int[] found, int at) {
    TimerInfo info = new TimerInfo();
    int error = syscalls.timerGettime(process, id, info);
    if (error != 0) {
      return result(error);
    }
    int token =
        info.clock() == ClockId.MONOTONIC && info.overrun() == -1 ? tokenToTimer(info) : NO_ID;
    if (token == NO_ID) {
      return CallResult.STALE;
    }
    found[at] = token;
    if (processes[plan.owner(token)] != process) {
      return CallResult.FOREIGN;
    }
    return token == timer ? CallResult.FOUND : CallResult.ANOTHER;
  }

  private int tokenToTimer(TimerInfo info) {
    long timer = info.sigevValue() - 1;
    return timer >= 0 && timer < ids.length ? (int) timer : NO_ID;
  }

  /**
   * The timer that a process finds at an id, when all actors are done.
   *
   * @return its index, {@link #NO_ID} if none is found, {@link #UNKNOWN} if it is none of the
   *     scenario's, or {@link #NOT_ENDED}
   */
  int timerAt(int process, int id) {
    TimerInfo info = new TimerInfo();
    int endless = syscalls.endless();
    int error;
    try {
      error = syscalls.timerGettime(processes[process], id, info);
    } catch (Throwable e) {
      note(e);
      return NOT_ENDED;
    }
    if (syscalls.endless() > endless) {
      return NOT_ENDED;
    }
    if (error != 0) {
      return NO_ID;
    }
    int timer = tokenToTimer(info);
    return timer == NO_ID ? UNKNOWN : timer;
  }

  private static CallResult result(int error) {
    return switch (-error) {
      case 0 -> CallResult.OK;
      case Errno.EAGAIN -> CallResult.EAGAIN;
      case Errno.EBUSY -> CallResult.EBUSY;
      case Errno.EINVAL -> CallResult.EINVAL;
      case Errno.ESRCH -> CallResult.KILLED;
      default -> CallResult.NEGATIVE;
    };
  }

  /**
   * Audits the table when all actors are done.
   *
   * @return {@link Outcome#SOUND}, or which claims are broken
   */
  public String aftermath() {
    if (!syscalls.quiesce()) {
      // On a kernel, whoever waits for the grace period waits for ever.
      return Outcome.aftermath(Set.of(Claim.CALLS_END));
    }
    return Outcome.aftermath(new Audit(this).brokenClaims());
  }

  /**
   * The outcome of this run, once all actors are done.
   *
   * @param aftermath what {@link #aftermath} returned
   * @return the results of every actor, and the aftermath
   */
  public String outcome(String aftermath) {
    return Outcome.of(texts(), aftermath);
  }

  /** The results of each actor, as an outcome spells them. */
  List<String> texts() {
    return Arrays.stream(results).map(ScenarioPlan::text).toList();
  }

  ScenarioPlan plan() {
    return plan;
  }

  /** The id policy of the design under test. */
  IdPolicy idPolicy() {
    return idPolicy;
  }

  TimerTable table() {
    return syscalls.table();
  }

  TimerSyscalls syscalls() {
    return syscalls;
  }

  Process process(int index) {
    return processes[index];
  }

  /** Whether a call did not come to an end of its own, so that what it left says nothing. */
  boolean isCut() {
    return setupCut
        || Arrays.stream(results).flatMap(Arrays::stream).anyMatch(result -> !result.ended());
  }

  /**
   * The first exception of a call and its place, for the text of a witness.
   *
   * @return the exception and its place, or "" if no call threw
   */
  public String thrown() {
    Throwable first = thrown.get();
    if (first == null) {
      return "";
    }
    StackTraceElement[] trace = first.getStackTrace();
    return first + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  /** The result of a call of the set-up: in a correct table, success. */
  CallResult setupResult(int call) {
    return setupResults[call];
  }

  /** The id of a timer, or {@link #NO_ID} if its create failed. */
  @Override
  public int id(int timer) {
    return ids[timer];
  }

  /** The result of a call of an actor. */
  @Override
  public CallResult result(int actor, int call) {
    return results[actor][call];
  }

  /** The timer of its process that a lookup of an actor has found, or {@link #NO_ID}. */
  @Override
  public int found(int actor, int call) {
    return found[actor][call];
  }
}
