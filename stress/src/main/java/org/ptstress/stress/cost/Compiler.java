package org.ptstress.stress.cost;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Design;

/**
 * The compiler of a design. Class files do not record it, so the build stores the feature release
 * of its JDK with the model. One compiler builds all modules; that of other jars is unknown.
 */
final class Compiler {
  private static final String FILE = "compiler.properties";

  private Compiler() {}

  static @Nullable String of(Design design) {
    String model = Design.class.getPackageName();
    String project = model.substring(0, model.lastIndexOf('.') + 1);
    if (!design.getClass().getName().startsWith(project)) {
      return null;
    }
    try (InputStream in = Design.class.getResourceAsStream(FILE)) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("compiler");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
