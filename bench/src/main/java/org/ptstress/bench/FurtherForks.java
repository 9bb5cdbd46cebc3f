package org.ptstress.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ptstress.run.result.Row;

/**
 * Looks at what was measured and says which rows need more forks, because what is asked of them is
 * not decided yet.
 */
@FunctionalInterface
public interface FurtherForks {
  /** Is content with the planned forks. */
  FurtherForks NONE = jmh -> List.of();

  /**
   * Asked after the planned forks, and again after those that it asks for, while the budget lasts.
   *
   * @param jmh all results up to now, in JMH's JSON format
   * @return the row of each fork to run next, in that order; a row may be in it several times;
   *     empty if there are enough
   * @throws IOException if the file cannot be read
   */
  List<Row> lacking(Path jmh) throws IOException;
}
