/** How records are read from JSON, of files and of messages. */
@NullMarked
package org.ptstress.run.json;

import org.jspecify.annotations.NullMarked;
