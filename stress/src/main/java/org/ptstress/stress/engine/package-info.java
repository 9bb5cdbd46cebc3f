/**
 * The access engine: an agent that passes every access of chosen classes to a backend. It knows no
 * design, no scenario and no claim.
 */
@NullMarked
package org.ptstress.stress.engine;

import org.jspecify.annotations.NullMarked;
