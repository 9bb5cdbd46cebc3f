/**
 * The files of a run folder as records, and the reader that checks them.
 *
 * <p>{@code docs/run-folder.md} describes the records. The reader validates everything: a truncated
 * file, or one that is not what its name says, is refused with the file, the line and the remedy.
 */
@NullMarked
package org.ptstress.run.folder;

import org.jspecify.annotations.NullMarked;
