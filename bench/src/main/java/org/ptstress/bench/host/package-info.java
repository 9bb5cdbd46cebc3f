/** The machine that measurements run on, and what it took from them. */
@NullMarked
package org.ptstress.bench.host;

import org.jspecify.annotations.NullMarked;
