/**
 * Counterexamples as files that stand alone. A <em>form</em> is what such a file is for: a kernel,
 * a JVM, a memory model, or a reader.
 */
@NullMarked
package org.ptstress.stress.reproduce;

import org.jspecify.annotations.NullMarked;
