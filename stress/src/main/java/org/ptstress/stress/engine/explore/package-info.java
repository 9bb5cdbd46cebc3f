/**
 * Explores what a program of a few threads can do: every order of its accesses, and every store
 * that a load may return, within bounds.
 */
@NullMarked
package org.ptstress.stress.engine.explore;

import org.jspecify.annotations.NullMarked;
