/**
 * The recorder: what an operation loads, stores, updates and allocates, which locations two
 * operations share, what these are called, and whether the record is whole.
 */
@NullMarked
package org.ptstress.stress.engine.record;

import org.jspecify.annotations.NullMarked;
