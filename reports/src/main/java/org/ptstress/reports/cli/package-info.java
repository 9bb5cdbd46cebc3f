/**
 * The command line: what it is told, what it prints, and in which order the parts of a run are
 * done.
 *
 * <p>Exit status: 0 passed, 1 regressed, 2 a claim contradicted, 3 incomplete or unreadable input.
 */
@NullMarked
package org.ptstress.reports.cli;

import org.jspecify.annotations.NullMarked;
