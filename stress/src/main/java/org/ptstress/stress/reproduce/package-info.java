/**
 * Counterexamples as standalone files. A <em>form</em> is the target of such a file: a kernel, a
 * JVM, a memory model, or a reader.
 */
@NullMarked
package org.ptstress.stress.reproduce;

import org.jspecify.annotations.NullMarked;
