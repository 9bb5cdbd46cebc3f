package org.ptstress.bench.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.timer.KTimer;

final class FilledTableTest {
  private static Stream<String> designs() {
    return Designs.all().stream().map(Design::name);
  }

  @ParameterizedTest
  @MethodSource("designs")
  void everyTimerIsFound(String design) {
    FilledTable filled = FilledTable.of(design, 600);

    assertThat(Arrays.stream(filled.ids()).distinct().count()).isEqualTo(600);
    for (int id : filled.ids()) {
      assertThat(filled.table().find(filled.process(), id)).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("designs")
  void aCreatedTimerIsFoundUntilItIsDeleted(String design) {
    FilledTable filled = FilledTable.of(design, 8);
    KTimer timer = filled.slab().allocate();

    int id = filled.create(timer);
    assertThat(filled.table().find(filled.process(), id)).isSameAs(timer);

    filled.delete(timer);
    assertThat(filled.table().find(filled.process(), id)).isNull();
  }
}
