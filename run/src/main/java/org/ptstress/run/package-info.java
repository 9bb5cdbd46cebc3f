/**
 * What a run is: its folder with every record of it, and the child JVMs that produce them.
 *
 * <p>Nothing in here knows which tool produced what.
 */
@NullMarked
package org.ptstress.run;

import org.jspecify.annotations.NullMarked;
