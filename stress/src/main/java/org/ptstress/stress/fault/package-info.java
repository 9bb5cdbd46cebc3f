/**
 * The seeded faults against the tools: who finds what, and how long it takes. It is the proof that
 * the tools see.
 */
@NullMarked
package org.ptstress.stress.fault;

import org.jspecify.annotations.NullMarked;
