package org.ptstress.stress.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ptstress.stress.engine.explore.Treatment;

/** What belongs to the harness is named as it is called. */
class HarnessTest {
  @Test
  void everyFieldIsThereAndTreated() {
    Harness.fields()
        .forEach(
            (type, names) -> {
              List<Field> fields = List.of(type.getDeclaredFields());
              assertThat(fields).as(type.getName()).extracting(Field::getName).containsAll(names);
              assertThat(fields)
                  .filteredOn(field -> names.contains(field.getName()))
                  .extracting(Harness::treatment)
                  .doesNotContain(Treatment.ORDINARY);
            });
  }

  @Test
  void aFieldOfTheSameNameElsewhereIsOrdinary() {
    record KTimer(int inSyscall, int freed) {}
    assertThat(Arrays.stream(KTimer.class.getDeclaredFields()).map(Harness::treatment))
        .containsOnly(Treatment.ORDINARY);
  }
}
