/** Designs as others may bring them: tables with locks and lists of their own, right or wrong. */
@NullMarked
package org.ptstress.stress.outside;

import org.jspecify.annotations.NullMarked;
