/**
 * The recorder: the loads, stores, updates and allocations of an operation, the conflicts of two
 * operations, the names of locations, and checks that a record is complete.
 */
@NullMarked
package org.ptstress.stress.engine.record;

import org.jspecify.annotations.NullMarked;
