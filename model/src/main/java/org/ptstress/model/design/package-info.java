/**
 * The designs of the kernel's history, one file each with its defects, and their catalogue entries,
 * which say what each promises.
 */
@NullMarked
package org.ptstress.model.design;

import org.jspecify.annotations.NullMarked;
