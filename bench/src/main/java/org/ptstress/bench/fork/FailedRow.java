package org.ptstress.bench.fork;

import org.ptstress.run.measurement.Row;

/**
 * A row of which nothing can be said, because one of its forks failed.
 *
 * @param row the row; it is not among the results
 * @param reason a sentence that begins with the row and says what failed and where to read more
 */
public record FailedRow(Row row, String reason) {}
