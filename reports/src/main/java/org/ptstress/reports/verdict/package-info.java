/** Verdicts, classed and counted, for commands and page alike. */
@NullMarked
package org.ptstress.reports.verdict;

import org.jspecify.annotations.NullMarked;
