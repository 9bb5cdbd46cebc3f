/**
 * Choices of an execution: which actor goes on, and which store a load returns. All within bounds,
 * some at random, or those of a recorded path.
 */
@NullMarked
package org.ptstress.stress.engine.choice;

import org.jspecify.annotations.NullMarked;
