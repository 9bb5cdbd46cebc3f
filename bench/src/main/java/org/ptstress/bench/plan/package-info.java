/**
 * The forks of a throughput run: what is measured of which design, at how many threads, how often.
 */
@NullMarked
package org.ptstress.bench.plan;

import org.jspecify.annotations.NullMarked;
