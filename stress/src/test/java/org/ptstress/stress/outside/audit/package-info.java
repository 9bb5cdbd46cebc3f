/** Tables whose hooks for audits say less, or more, than there is. */
@NullMarked
package org.ptstress.stress.outside.audit;

import org.jspecify.annotations.NullMarked;
