/**
 * The JMH benchmarks, and the state that they share.
 *
 * <p>They are public and not final only because JMH subclasses them.
 */
@NullMarked
package org.ptstress.bench.benchmark;

import org.jspecify.annotations.NullMarked;
