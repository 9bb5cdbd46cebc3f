/**
 * Child JVMs: races and searches run in processes of their own, so that a crash or a hang costs
 * only its own results.
 */
@NullMarked
package org.ptstress.run.process;

import org.jspecify.annotations.NullMarked;
