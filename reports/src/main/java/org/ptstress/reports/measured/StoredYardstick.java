package org.ptstress.reports.measured;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.ptstress.model.Designs;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.folder.ResultFiles;

/**
 * The costs of {@link Designs#YARDSTICK}, from the baseline, which is a part of the jar. They are
 * the same on any machine, and {@code mvn verify} fails where its own run counts anything else. So
 * {@code judge} does not count them again.
 */
public final class StoredYardstick {
  private StoredYardstick() {}

  /**
   * Reads them.
   *
   * @return the whole costs
   * @throws IOException if the jar is damaged
   */
  public static DesignCosts costs() throws IOException {
    try (InputStream accesses = open(ResultFiles.ACCESSES);
        InputStream conflicts = open(ResultFiles.CONFLICTS)) {
      return ResultFiles.readCosts(accesses, conflicts, Designs.YARDSTICK);
    }
  }

  private static InputStream open(String file) {
    return Objects.requireNonNull(StoredYardstick.class.getResourceAsStream(file), file);
  }
}
