/** Tables that grow, or should not. */
@NullMarked
package org.ptstress.stress.outside.growth;

import org.jspecify.annotations.NullMarked;
