/**
 * The command line: options, output, and the order of the parts of a run.
 *
 * <p>Exit status: 0 passed, 1 regressed, 2 a claim contradicted, 3 incomplete or unreadable input.
 */
@NullMarked
package org.ptstress.reports.cli;

import org.jspecify.annotations.NullMarked;
