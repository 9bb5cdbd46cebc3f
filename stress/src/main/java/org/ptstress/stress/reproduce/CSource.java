package org.ptstress.stress.reproduce;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Sources in C, whose words between signs @ a form replaces. */
final class CSource {
  private CSource() {}

  static String resource(String name) {
    try (InputStream in = CSource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("The jar has no " + name + ".");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String comment(String text) {
    return text.replace("*/", "* /");
  }
}
