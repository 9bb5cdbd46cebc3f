/**
 * What instrumented code calls. These classes are on the boot class path of the child, because
 * instrumented classes of the JDK call them too, and depend on nothing but {@code java.base}.
 */
@NullMarked
package org.ptstress.stress.engine.hook;

import org.jspecify.annotations.NullMarked;
