/**
 * The running kernel as a judge of the model: the same calls go through both, and what they return
 * is compared. A program in C makes the system calls; it is compiled where it runs.
 */
@NullMarked
package org.ptstress.stress.kernel;

import org.jspecify.annotations.NullMarked;
