package org.ptstress.reports.measured;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Designs;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.folder.ResultFiles;

class StoredYardstickTest {
  @Test
  void isTheWholeOfTheBaseline() throws IOException {
    DesignCosts stored = StoredYardstick.costs();
    assertThat(stored.design()).isEqualTo(Designs.YARDSTICK);
    assertThat(stored.problem()).isEmpty();
    assertThat(stored.accesses().counts()).isNotEmpty();
    assertThat(stored.conflicts().pairs()).isNotEmpty();
    assertThat(ResultFiles.readCosts(Path.of("baseline"))).contains(stored);
  }
}
