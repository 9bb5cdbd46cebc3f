/**
 * Compares the model with a running kernel: both execute the same calls, and their results are
 * compared. A C program makes the system calls; it is compiled on the machine where it runs.
 */
@NullMarked
package org.ptstress.stress.kernel;

import org.jspecify.annotations.NullMarked;
