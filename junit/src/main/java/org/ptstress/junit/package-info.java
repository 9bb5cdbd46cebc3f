/** Promises of a design as tests of JUnit, for the build of its author. */
@NullMarked
package org.ptstress.junit;

import org.jspecify.annotations.NullMarked;
