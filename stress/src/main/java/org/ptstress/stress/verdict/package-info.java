/** From promises and evidence to verdicts. */
@NullMarked
package org.ptstress.stress.verdict;

import org.jspecify.annotations.NullMarked;
