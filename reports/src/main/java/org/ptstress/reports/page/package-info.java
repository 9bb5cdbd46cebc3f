/**
 * The report of one or more runs: a page for people, and a summary for the pages of a CI job.
 *
 * <p>The classes whose names end in {@code View} hold what the templates show, in the order in
 * which they show it and already in words, and build it from a run folder; the templates in {@code
 * src/main/jte} hold the markup. A template is compiled into this package.
 */
@NullMarked
package org.ptstress.reports.page;

import org.jspecify.annotations.NullMarked;
