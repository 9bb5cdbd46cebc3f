package org.ptstress.run.folder;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import java.io.IOException;
import java.io.Serial;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Reads a time in ISO 8601. */
final class InstantDeserializer extends FromStringDeserializer<Instant> {
  @Serial private static final long serialVersionUID = 1L;

  InstantDeserializer() {
    super(Instant.class);
  }

  @Override
  protected Instant _deserialize(String value, DeserializationContext context) throws IOException {
    try {
      return Instant.parse(value);
    } catch (DateTimeParseException e) {
      return (Instant)
          context.handleWeirdStringValue(
              Instant.class, value, "not a time in ISO 8601, such as 2026-01-31T12:00:00Z");
    }
  }
}
