/** Tables from outside whose searches for an id may go on after all ids were tried. */
@NullMarked
package org.ptstress.stress.outside.search;

import org.jspecify.annotations.NullMarked;
