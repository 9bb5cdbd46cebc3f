package org.ptstress.stress.race;

import java.io.IOException;

/** A result blob of jcstress that is truncated, or none at all. */
public final class UnreadableBlobException extends IOException {
  private static final long serialVersionUID = 1L;

  UnreadableBlobException(String message, Throwable cause) {
    super(message, cause);
  }
}
