/** Code whose accesses a test passes to the recorder. */
@NullMarked
package org.ptstress.stress.engine.subject;

import org.jspecify.annotations.NullMarked;
