/** The jcstress tests: one a scenario, with its name. */
@NullMarked
package org.ptstress.stress.race.test;

import org.jspecify.annotations.NullMarked;
