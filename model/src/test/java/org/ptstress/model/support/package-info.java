/** What the tests of the model share. */
@NullMarked
package org.ptstress.model.support;

import org.jspecify.annotations.NullMarked;
