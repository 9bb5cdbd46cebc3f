package org.ptstress.stress.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.run.result.CheckResult;

/**
 * Checks that {@link org.ptstress.model.TimerTable#forEach} and {@link
 * org.ptstress.model.TimerTable#forEachOf} visit exactly the timers that the harness knows, and
 * that no timer can be found after an exit. Every claim about timers that stay hashed rests on
 * these hooks: a table whose hooks visit nothing would keep them all.
 */
final class AuditHooks {
  static final String NAME = "AuditHooks";
  static final List<Claim> CLAIMS = List.of(Claim.NO_DANGLING_TIMER, Claim.NO_LEAK_ON_EXIT);

  private static final int ID_BITS = 4;
  private static final int PROCESSES = 2;
  private static final int TIMERS = 3;

  private final Design design;
  private final Calls calls;
  private final List<Process> processes = new ArrayList<>();
  private final List<Timer> live = new ArrayList<>();

  private AuditHooks(Design design) {
    this.design = design;
    this.calls = new Calls(design, TableConfig.narrow(ID_BITS));
  }

  static List<CheckResult> check(Design design) {
    return new AuditHooks(design).rows();
  }

  private List<CheckResult> rows() {
    create();
    String wrong = live.isEmpty() ? "no create succeeds" : wrongOfAll();
    String wrongOfExit = wrong.isEmpty() ? wrongOfEach() : wrong;
    List<CheckResult> rows = new ArrayList<>();
    rows.add(
        wrong.isEmpty()
            ? ran(Claim.NO_DANGLING_TIMER, true, "forEach visits each live timer once.")
            : CheckResult.notRun(design.name(), NAME, Claim.NO_DANGLING_TIMER, wrong));
    rows.add(
        wrongOfExit.isEmpty()
            ? exit()
            : CheckResult.notRun(design.name(), NAME, Claim.NO_LEAK_ON_EXIT, wrongOfExit));
    rows.addAll(calls.failedCreates().rows(design, NAME));
    return rows;
  }

  private void create() {
    for (int i = 0; i < PROCESSES; i++) {
      Process process = calls.newProcess();
      processes.add(process);
      List<Timer> own = new ArrayList<>();
      for (int timer = 0; timer < TIMERS; timer++) {
        int id = calls.create(process);
        if (id >= 0) {
          own.add(new Timer(process.address(), id));
        }
      }
      // Deletes one, so that a table cannot pass by showing all timers that it was ever given.
      if (!own.isEmpty() && calls.delete(process, own.get(own.size() - 1).id()) == 0) {
        own.remove(own.size() - 1);
      }
      live.addAll(own);
    }
  }

  /** The fault of forEach, or "". */
  private String wrongOfAll() {
    Map<Timer, Integer> visits = visits(calls.table()::forEach);
    long once = live.stream().filter(timer -> visits.getOrDefault(timer, 0) == 1).count();
    return once == live.size()
        ? ""
        : "forEach visits "
            + once
            + " of "
            + live.size()
            + " live timers once; have it visit every hashed timer once";
  }

  /** The fault of forEachOf, or "". */
  private String wrongOfEach() {
    for (Process process : processes) {
      Map<Timer, Integer> visits = visits(action -> calls.table().forEachOf(process, action));
      Map<Timer, Integer> expected = new HashMap<>();
      live.stream()
          .filter(timer -> timer.owner() == process.address())
          .forEach(timer -> expected.put(timer, 1));
      if (!visits.equals(expected)) {
        return "forEachOf visits "
            + visits.values().stream().mapToInt(Integer::intValue).sum()
            + " timers of a process that has "
            + expected.size()
            + "; have it visit each of them once";
      }
    }
    return "";
  }

  /** Ends the first process and looks its timers up, whatever the hooks show. */
  private CheckResult exit() {
    Process ended = processes.get(0);
    calls.exit(ended);
    for (Timer timer : live) {
      if (timer.owner() == ended.address() && calls.finds(ended, timer.id())) {
        return ran(
            Claim.NO_LEAK_ON_EXIT, false, "Timer " + timer.id() + " is found after the exit.");
      }
    }
    return ran(
        Claim.NO_LEAK_ON_EXIT,
        true,
        "forEachOf visits each timer of its process once; none is found after the exit.");
  }

  private static Map<Timer, Integer> visits(Consumer<Consumer<KTimer>> hook) {
    Map<Timer, Integer> visits = new HashMap<>();
    hook.accept(timer -> visits.merge(new Timer(timer.signal(), timer.id()), 1, Integer::sum));
    return visits;
  }

  private CheckResult ran(Claim claim, boolean held, String detail) {
    return CheckResult.ran(design.name(), NAME, claim, held, 1, detail);
  }

  /** A timer as its owner knows it. */
  private record Timer(long owner, int id) {}
}
