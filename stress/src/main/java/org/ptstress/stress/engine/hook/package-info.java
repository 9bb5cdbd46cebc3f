/**
 * The runtime of instrumented code. These classes are on the boot class path of the child, because
 * instrumented JDK classes call them, too. They depend on {@code java.base} only.
 */
@NullMarked
package org.ptstress.stress.engine.hook;

import org.jspecify.annotations.NullMarked;
