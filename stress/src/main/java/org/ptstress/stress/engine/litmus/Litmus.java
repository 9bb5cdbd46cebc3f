package org.ptstress.stress.engine.litmus;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ptstress.stress.engine.explore.Program;
import org.ptstress.stress.engine.explore.Treatment;

/**
 * A litmus test.
 *
 * @param name its family, as in the literature
 * @param modes how it accesses its cells
 * @param acts the code of its threads; each returns what it has read
 * @param end the final state of the cells, or nothing
 * @param allowed the allowed outcomes, all of which must be seen
 * @param missed outcomes that Java allows and the explorer does not show, by design
 */
public record Litmus(
    String name,
    String modes,
    List<Act> acts,
    Function<Cells, String> end,
    Set<String> allowed,
    Set<String> missed)
    implements Program {

  /** The code of a thread. */
  @FunctionalInterface
  interface Act {
    String run(Cells cells);
  }

  static Litmus of(String name, String modes, String allowed, Act... acts) {
    return new Litmus(name, modes, List.of(acts), cells -> "", set(allowed), Set.of());
  }

  /** All tests. */
  public static List<Litmus> all() {
    return Stream.of(
            MessagePassing.all(),
            Publication.all(),
            StoreBuffering.all(),
            Coherence.all(),
            Causality.all(),
            StoreOrders.all(),
            Updates.all(),
            LoadBuffering.all())
        .flatMap(List::stream)
        .toList();
  }

  Litmus ending(Function<Cells, String> seen) {
    return new Litmus(name, modes, acts, cells -> "/" + seen.apply(cells), allowed, missed);
  }

  Litmus missing(String outcomes) {
    return new Litmus(name, modes, acts, end, allowed, set(outcomes));
  }

  private static Set<String> set(String outcomes) {
    Set<String> set = new TreeSet<>(Arrays.asList(outcomes.split(" ")));
    set.remove("");
    return set;
  }

  /** All combinations of a number of zeroes and ones. */
  static String every(int digits) {
    return without(digits, "");
  }

  /** All combinations but one. */
  static String without(int digits, String forbidden) {
    List<String> outcomes = new ArrayList<>();
    IntStream.range(0, 1 << digits)
        .mapToObj(bits -> Integer.toBinaryString(bits | 1 << digits).substring(1))
        .filter(outcome -> !outcome.equals(forbidden))
        .forEach(outcomes::add);
    return String.join(" ", outcomes);
  }

  @Override
  public int actors() {
    return acts.size();
  }

  @Override
  public Run start() {
    return new Execution(this);
  }

  /** One execution; its own fields are not part of the test. */
  private static final class Execution implements Run {
    private final Litmus test;
    private final Cells cells = new Cells();
    private final String[] results;

    Execution(Litmus test) {
      this.test = test;
      this.results = new String[test.acts.size()];
    }

    @Override
    public void act(int actor) {
      results[actor] = test.acts.get(actor).run(cells);
    }

    @Override
    public String outcome() {
      return String.join("", results) + test.end.apply(cells);
    }
  }

  static Treatment treatment(Field field) {
    return field.getName().equals("results") ? Treatment.UNSEEN : Treatment.ORDINARY;
  }

  @Override
  public String toString() {
    return name + ", " + modes;
  }
}
