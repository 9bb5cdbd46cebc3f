/** The rows of the files that a stress run writes into its folder; see docs/run-folder.md. */
@NullMarked
package org.ptstress.run.result;

import org.jspecify.annotations.NullMarked;
