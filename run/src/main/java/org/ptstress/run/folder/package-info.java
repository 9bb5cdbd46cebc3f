/**
 * The files of a run folder as records, and the reader that checks them.
 *
 * <p>The records say what {@code docs/run-folder.md} says. The reader takes nothing on trust: what
 * is cut off, or not what its name promises, is refused with the file, the line and what to do.
 */
@NullMarked
package org.ptstress.run.folder;

import org.jspecify.annotations.NullMarked;
