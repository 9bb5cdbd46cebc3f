/**
 * The phases of a run, from the folder that it takes to its report: {@link
 * org.ptstress.reports.phase.RunPhases} starts each, {@link org.ptstress.reports.phase.RunRecorder}
 * records how it ended.
 */
@NullMarked
package org.ptstress.reports.phase;

import org.jspecify.annotations.NullMarked;
