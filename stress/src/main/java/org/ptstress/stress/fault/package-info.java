/**
 * Runs the seeded faults against the tools: which tool finds which fault, and how fast. This
 * validates the tools.
 */
@NullMarked
package org.ptstress.stress.fault;

import org.jspecify.annotations.NullMarked;
