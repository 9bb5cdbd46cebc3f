package org.ptstress.stress.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
  /** Answers with the sum of what the script has said so far, where it matters. */
  private static ScriptMachine machine(boolean wrong) {
    return script -> {
      List<String> answers = new ArrayList<>();
      boolean three = false;
      boolean nine = false;
      for (ScriptLine line : script) {
        three |= line.argument() == 3;
        nine |= three && line.argument() == 9;
        answers.add(wrong && nine && line.argument() == 77 ? "wrong" : "right");
      }
      return answers;
    };
  }

  @Test
  void onlyTheCallsThatTheDifferenceNeedsAreLeft() throws Exception {
    List<ScriptLine> script =
        IntStream.range(0, 200).mapToObj(i -> new ScriptLine(0, CallKind.CREATE, i)).toList();
    assertThat(new Shrinker(machine(false), machine(true)).shrink(script))
        .extracting(ScriptLine::argument)
        .containsExactly(3, 9, 77);
  }

  @Test
  void aDifferenceThatDoesNotComeAgainIsLeftAsItIs() throws Exception {
    List<ScriptLine> script = List.of(new ScriptLine(0, CallKind.CREATE, 3));
    assertThat(new Shrinker(machine(false), machine(false)).shrink(script)).isEqualTo(script);
  }

  @Test
  void aMissingAnswerIsADifference() {
    assertThat(Shrinker.firstDifference(List.of("0"), List.of("0", "1"))).isEqualTo(1);
    assertThat(Shrinker.firstDifference(List.of("0", "1"), List.of("0", "1"))).isEqualTo(-1);
  }
}
