package org.ptstress.stress.support;

import java.util.List;
import java.util.stream.Stream;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;

/** The four designs of the kernel's history. */
public final class History {
  private History() {}

  /**
   * The designs.
   *
   * @return oldest first
   */
  public static List<Design> designs() {
    return Stream.of("GlobalIdr", "RfcHash", "RcuHash", "BucketLockHash")
        .map(Designs::named)
        .toList();
  }
}
