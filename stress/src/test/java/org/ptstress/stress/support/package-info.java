/** What the tests of this module share. */
@NullMarked
package org.ptstress.stress.support;

import org.jspecify.annotations.NullMarked;
