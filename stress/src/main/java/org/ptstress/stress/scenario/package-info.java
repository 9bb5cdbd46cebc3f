/** The scenarios, each written once for every tool. */
@NullMarked
package org.ptstress.stress.scenario;

import org.jspecify.annotations.NullMarked;
