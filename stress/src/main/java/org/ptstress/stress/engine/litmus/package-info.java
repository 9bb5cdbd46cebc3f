/**
 * Litmus tests: small programs with the outcomes that the Java memory model allows. The access
 * engine instruments this package.
 */
@NullMarked
package org.ptstress.stress.engine.litmus;

import org.jspecify.annotations.NullMarked;
