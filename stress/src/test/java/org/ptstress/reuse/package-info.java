/** Tables that are wrong where an id, a process or what belonged to one is used again. */
@NullMarked
package org.ptstress.reuse;

import org.jspecify.annotations.NullMarked;
