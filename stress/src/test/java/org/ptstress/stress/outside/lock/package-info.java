/** Tables from outside whose mistakes, or whose merits, are in how one call waits for another. */
@NullMarked
package org.ptstress.stress.outside.lock;

import org.jspecify.annotations.NullMarked;
