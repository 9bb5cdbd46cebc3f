/** Designs that are not part of the history, as a reader's own jar would bring them. */
@NullMarked
package org.ptstress.outside;

import org.jspecify.annotations.NullMarked;
