/** Runs JMH forks, and turns each into a sample or discards it. */
@NullMarked
package org.ptstress.bench.fork;

import org.jspecify.annotations.NullMarked;
