package org.ptstress.stress.engine.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A program of points without memory: two actors at each, and now and then two older stores. */
final class BoundedChoicesTest {
  private static final int POINTS = 7;

  @Test
  void makesEachExecutionOnceAndThoseThatDifferLeastFirst() {
    List<String> made = executions(BoundedChoices.within(new Bounds(2, 1)));
    assertThat(made).doesNotHaveDuplicates();
    assertThat(new HashSet<>(made)).isEqualTo(expected(2, 1));
    assertThat(made.stream().map(BoundedChoicesTest::cost)).isSorted();
  }

  /** Executions that cost nothing tell each slice where the others differ, and are made by all. */
  @Test
  void slicesMakeEveryOtherExecutionOnce() {
    Bounds bounds = new Bounds(2, 1);
    List<String> free = executions(BoundedChoices.within(new Bounds(0, 0)));
    List<String> made = new ArrayList<>(free);
    for (int slice = 0; slice < 3; slice++) {
      int rest = slice;
      BoundedChoices choices = BoundedChoices.within(bounds, step -> step % 3 == rest);
      List<String> part = executions(choices);
      assertThat(part).startsWith(free.toArray(String[]::new)).hasSizeGreaterThan(free.size());
      assertThat(choices.exhausted()).isEqualTo(bounds);
      made.addAll(part.subList(free.size(), part.size()));
    }
    assertThat(made).doesNotHaveDuplicates();
    assertThat(new HashSet<>(made)).isEqualTo(expected(2, 1));
  }

  @Test
  void knowsNoBoundsWhereAllAreAskedFor() {
    assertThat(new HashSet<>(executions(BoundedChoices.all()))).isEqualTo(expected(99, 99));
  }

  @Test
  void saysHowFarItCame() {
    Bounds bounds = new Bounds(2, 1);
    BoundedChoices choices = BoundedChoices.within(bounds);
    assertThat(choices.exhausted()).isNull();
    execute(choices);
    assertThat(choices.advance()).isTrue();
    assertThat(choices.exhausted()).as("who goes on in the end costs nothing").isNull();
    execute(choices);
    assertThat(choices.advance()).isTrue();
    assertThat(choices.exhausted()).isEqualTo(new Bounds(0, 0));
    do {
      execute(choices);
    } while (choices.advance());
    assertThat(choices.exhausted()).isEqualTo(bounds);
  }

  /** Executions that there is no room for are not claimed to have been made. */
  @Test
  void exhaustsNothingThatItHadNoRoomFor() {
    BoundedChoices choices = BoundedChoices.within(new Bounds(2, 1), 30);
    List<String> made = executions(choices);
    assertThat(made).doesNotHaveDuplicates().hasSizeLessThan(expected(2, 1).size());
    assertThat(choices.exhausted()).isEqualTo(new Bounds(0, 0));
  }

  @Test
  void beginsAgainWithThePlainestExecution() {
    BoundedChoices choices = BoundedChoices.within(new Bounds(2, 1));
    List<String> before = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      before.add(execute(choices));
      choices.advance();
    }
    choices.restart();
    assertThat(choices.exhausted()).isNull();
    List<String> after = executions(choices);
    assertThat(after).startsWith(before.toArray(String[]::new)).hasSize(expected(2, 1).size());
  }

  /** The stale reads of executions that are left out are still to be made. */
  @Test
  void leavesOutTheEquivalentPreemptionsAndNothingThatFollowsThem() {
    BoundedChoices choices = BoundedChoices.within(new Bounds(1, 1));
    List<String> made = new ArrayList<>();
    int leftOut = 0;
    do {
      if (choices.isEquivalent()) {
        leftOut++;
      } else {
        made.add(executePreempted(choices));
      }
    } while (choices.advance());
    assertThat(choices.isConsistent()).isTrue();
    assertThat(choices.exhausted()).isEqualTo(new Bounds(1, 1));
    assertThat(leftOut).isEqualTo(2);
    assertThat(made).containsExactlyInAnyOrder("...0", "...1", "..x0", "..x1", ".x1", "x1");
  }

  @Test
  void noticesAProgramThatOffersSomethingElse() {
    BoundedChoices choices = BoundedChoices.within(new Bounds(1, 1));
    execute(choices);
    assertThat(choices.advance()).isTrue();
    choices.begin();
    for (int i = 0; i < POINTS; i++) {
      choices.preempt(i, 0, 0b110);
    }
    choices.next(POINTS, 0b11);
    assertThat(choices.isConsistent()).isFalse();
    assertThat(choices.advance()).isFalse();
    assertThat(choices.exhausted()).isNull();
  }

  @Test
  void noticesAProgramThatEndsBefore() {
    BoundedChoices choices = BoundedChoices.within(new Bounds(1, 1));
    execute(choices);
    assertThat(choices.advance()).isTrue();
    choices.begin();
    assertThat(choices.advance()).isFalse();
    assertThat(choices.isConsistent()).isFalse();
  }

  private static List<String> executions(BoundedChoices choices) {
    List<String> made = new ArrayList<>();
    do {
      made.add(execute(choices));
    } while (choices.advance());
    assertThat(choices.isConsistent()).isTrue();
    return made;
  }

  /** An actor that is interrupted gets one point less: choices change what comes. */
  private static String execute(BoundedChoices choices) {
    choices.begin();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < POINTS; i++) {
      if (i % 3 == 1) {
        text.append(choices.store(i, 3));
      } else {
        boolean interrupted = choices.preempt(i, 0, 0b10) != 0;
        text.append(interrupted ? 'x' : '.');
        i += interrupted ? 1 : 0;
      }
    }
    return text.append(choices.next(POINTS, 0b11) == 0 ? 'a' : 'b').toString();
  }

  /** An actor of three points and a load of another; preempting the first earlier is the same. */
  private static String executePreempted(BoundedChoices choices) {
    choices.begin();
    StringBuilder text = new StringBuilder();
    int passed = 0;
    while (passed < 3 && choices.preempt(passed, 0, 0b10) == 0) {
      passed++;
      text.append('.');
    }
    text.append(passed < 3 ? "x" : "");
    int store = choices.store(3, 2);
    if (passed == 2 && store == 0) {
      choices.equivalent(new int[] {1, 0});
    }
    return text.append(store).toString();
  }

  /** The same by going through all strings of choices. */
  private static Set<String> expected(int preemptions, int staleReads) {
    Set<String> all = new HashSet<>();
    expected("", 0, preemptions, staleReads, all);
    return all;
  }

  private static void expected(
      String made, int at, int preemptions, int staleReads, Set<String> all) {
    if (at >= POINTS) {
      all.add(made + "a");
      all.add(made + "b");
    } else if (at % 3 == 1) {
      for (int store = 0; store < (staleReads > 0 ? 3 : 1); store++) {
        expected(made + store, at + 1, preemptions, staleReads - Math.min(store, 1), all);
      }
    } else {
      expected(made + '.', at + 1, preemptions, staleReads, all);
      if (preemptions > 0) {
        expected(made + 'x', at + 2, preemptions - 1, staleReads, all);
      }
    }
  }

  private static int cost(String execution) {
    return (int) execution.chars().filter(c -> c == 'x' || c == '1' || c == '2').count();
  }
}
