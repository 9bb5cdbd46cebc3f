/**
 * Child JVMs: races and searches run in separate processes, so that a crash or a hang costs only
 * its own results.
 */
@NullMarked
package org.ptstress.run.process;

import org.jspecify.annotations.NullMarked;
