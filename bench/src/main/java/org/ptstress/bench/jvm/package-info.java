/** The JVM that measurements run in. */
@NullMarked
package org.ptstress.bench.jvm;

import org.jspecify.annotations.NullMarked;
