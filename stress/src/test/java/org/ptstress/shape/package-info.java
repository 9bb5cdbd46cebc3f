/** Right tables of the shapes that people build, as tables of timer ids. */
@NullMarked
package org.ptstress.shape;

import org.jspecify.annotations.NullMarked;
