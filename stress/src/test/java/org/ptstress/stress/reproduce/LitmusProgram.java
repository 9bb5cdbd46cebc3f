package org.ptstress.stress.reproduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A litmus test in C, read back: its processes are executed in every order that locks, acquire,
 * release, fences and dependent writes leave them, on one memory. That is less than LKMM allows.
 */
final class LitmusProgram {
  private static final Pattern PROCESS =
      Pattern.compile("(?m)^P(\\d+)\\(([^)]*)\\)\\n\\{\\n(.*?)^\\}$", Pattern.DOTALL);

  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?:(r\\d+) = )?(READ_ONCE|WRITE_ONCE|smp_load_acquire|smp_store_release|spin_lock"
              + "|spin_unlock|smp_mb|xchg\\w*)\\(\\*?(\\w*)(?:, (-?\\d+))?\\)");

  private static final Pattern GUARD = Pattern.compile("if \\((r\\d+) == (-?\\d+)\\) \\{");
  private static final Pattern CONDITION = Pattern.compile("(\\d+):(r\\d+)=(-?\\d+)");

  private final List<List<Statement>> processes = new ArrayList<>();
  private final Map<String, Integer> initial = new TreeMap<>();
  private final Map<String, Integer> wanted = new HashMap<>();
  private final boolean inOrder;

  private LitmusProgram(String text, boolean inOrder) {
    this.inOrder = inOrder;
    assertThat(text).startsWith("C ").contains("\n(*\n", "\n *)\n\n{\n");
    String body = text.substring(text.indexOf("\n *)\n") + 4);
    Matcher first = Pattern.compile("\\A\\s*\\{\\n((?:\\t\\w+ = -?\\d+;\\n)*)\\}\\n").matcher(body);
    assertThat(first.find()).as(body).isTrue();
    for (String line : first.group(1).lines().toList()) {
      String[] words = line.strip().split(" = |;", -1);
      initial.put(words[0], Integer.parseInt(words[1]));
    }
    Matcher process = PROCESS.matcher(body);
    while (process.find()) {
      assertThat(process.group(1)).isEqualTo(Integer.toString(processes.size()));
      processes.add(statements(process.group(2), process.group(3)));
    }
    String exists = body.substring(body.indexOf("exists ("));
    assertThat(exists).matches("exists \\(\\d+:r\\d+=-?\\d+( /\\\\ \\d+:r\\d+=-?\\d+)*\\)\\n");
    Matcher condition = CONDITION.matcher(exists);
    while (condition.find()) {
      String register = condition.group(1) + ":" + condition.group(2);
      assertThat(processes.get(Integer.parseInt(condition.group(1))))
          .anyMatch(statement -> statement.register.equals(condition.group(2)));
      wanted.put(register, Integer.parseInt(condition.group(3)));
    }
  }

  /** Whether an execution within those orders satisfies the exists clause. */
  static boolean isAllowed(String text) {
    return new LitmusProgram(text, false).isReachable();
  }

  /** Whether one does that makes the statements of each process in their order. */
  static boolean isInterleaved(String text) {
    return new LitmusProgram(text, true).isReachable();
  }

  private record Statement(String register, String verb, String at, int value, Set<String> guards) {
    boolean isRead() {
      return !register.isEmpty();
    }

    boolean isLock() {
      return verb.startsWith("spin_");
    }

    boolean writes() {
      return isLock() || verb.matches("WRITE_ONCE|smp_store_release|xchg.*");
    }

    boolean isBefore(Statement later) {
      boolean orders = verb.matches("smp_load_acquire|spin_lock|smp_mb|xchg|xchg_acquire");
      boolean waits = later.verb.matches("smp_store_release|spin_unlock|smp_mb|xchg|xchg_release");
      boolean decides = later.writes() && later.guards.contains(register);
      boolean isUnlockThenLock = isLock() && later.isLock();
      return orders || waits || decides || isUnlockThenLock || at.equals(later.at);
    }
  }

  private static List<Statement> statements(String parameters, String body) {
    Set<String> declared = new HashSet<>();
    for (String parameter : parameters.split(", ", -1)) {
      assertThat(parameter).matches("(int|spinlock_t) \\*[A-Za-z]\\w*");
      assertThat(declared.add(parameter.replaceAll(".*\\*", ""))).isTrue();
    }
    Set<String> registers = new HashSet<>();
    Deque<String> guards = new ArrayDeque<>();
    List<Statement> statements = new ArrayList<>();
    for (String line : body.lines().map(each -> each.replaceAll(" //.*", "").strip()).toList()) {
      Matcher guard = GUARD.matcher(line);
      Matcher statement = STATEMENT.matcher(line.replaceAll(";$", ""));
      if (line.startsWith("int ")) {
        registers.add(line.substring(4, line.length() - 1));
      } else if (guard.matches()) {
        guards.push(guard.group(1));
      } else if (line.equals("}")) {
        guards.pop();
      } else if (!line.isEmpty()) {
        assertThat(statement.matches()).as(line).isTrue();
        String register = statement.group(1) == null ? "" : statement.group(1);
        String at = statement.group(3);
        assertThat(register.isEmpty() || registers.contains(register)).as(line).isTrue();
        assertThat(at.isEmpty() || declared.contains(at)).as(line).isTrue();
        int value = statement.group(4) == null ? 0 : Integer.parseInt(statement.group(4));
        statements.add(
            new Statement(register, statement.group(2), at, value, new HashSet<>(guards)));
      }
    }
    assertThat(guards).isEmpty();
    return statements;
  }

  private record State(List<Set<Integer>> done, Map<String, Integer> memory) {}

  private boolean isReachable() {
    Deque<State> open = new ArrayDeque<>();
    Set<State> seen = new HashSet<>();
    open.push(new State(processes.stream().map(any -> Set.<Integer>of()).toList(), initial));
    while (!open.isEmpty()) {
      State state = open.pop();
      boolean isEnd = true;
      for (int process = 0; process < processes.size(); process++) {
        for (int i = 0; i < processes.get(process).size(); i++) {
          if (!state.done.get(process).contains(i)) {
            isEnd = false;
            State next = isNext(state, process, i) ? after(state, process, i) : state;
            if (seen.add(next)) {
              open.push(next);
            }
          }
        }
      }
      if (isEnd) {
        return true;
      }
    }
    return false;
  }

  private boolean isNext(State state, int process, int index) {
    List<Statement> statements = processes.get(process);
    for (int i = 0; i < index; i++) {
      if (!state.done.get(process).contains(i)
          && (inOrder || statements.get(i).isBefore(statements.get(index)))) {
        return false;
      }
    }
    Statement statement = statements.get(index);
    int now = state.memory.getOrDefault(statement.at, 0);
    return statement.isRead()
        ? Integer.valueOf(now).equals(wanted.get(process + ":" + statement.register))
        : !statement.verb.equals("spin_lock") || now == 0;
  }

  private State after(State state, int process, int index) {
    Statement statement = processes.get(process).get(index);
    List<Set<Integer>> done = new ArrayList<>(state.done);
    Set<Integer> own = new HashSet<>(done.get(process));
    own.add(index);
    done.set(process, own);
    Map<String, Integer> memory = new TreeMap<>(state.memory);
    if (statement.isLock()) {
      memory.put(statement.at, statement.verb.equals("spin_lock") ? 1 : 0);
    } else if (statement.writes()) {
      memory.put(statement.at, statement.value);
    }
    return new State(done, memory);
  }
}
