package org.ptstress.run.folder;

import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Signals an invalid run folder. The message names the file, the position and the remedy, and can
 * be shown as it is.
 */
public final class UnreadableRunException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  UnreadableRunException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
