/**
 * Schedulers of executions, which choose the next actor and the store that a load returns:
 * exhaustive within bounds, at random, or by a recorded path.
 */
@NullMarked
package org.ptstress.stress.engine.choice;

import org.jspecify.annotations.NullMarked;
