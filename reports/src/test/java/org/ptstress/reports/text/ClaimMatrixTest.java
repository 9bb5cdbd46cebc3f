package org.ptstress.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;

/** The matrix in docs/claims.md says of every claim and design what the catalogue says. */
class ClaimMatrixTest {
  private static final Path PAGE = Path.of("../docs/claims.md");

  /** Renew it with {@code ./ptstress claims --matrix > docs/claims.md}. */
  @Test
  void thePageIsTheCatalogue() throws IOException {
    assertThat(PAGE).content().isEqualTo(ClaimMatrix.of(Designs.all()));
  }

  @Test
  void thePageWithoutADesignIsAnother() throws IOException {
    List<Design> fewer = Designs.all().subList(1, Designs.all().size());
    assertThat(Files.readString(PAGE)).isNotEqualTo(ClaimMatrix.of(fewer));
  }
}
