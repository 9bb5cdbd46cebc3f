/**
 * Litmus tests: small programs with the outcomes that the memory of the Java platform allows them.
 * The access engine looks into this package.
 */
@NullMarked
package org.ptstress.stress.engine.litmus;

import org.jspecify.annotations.NullMarked;
