package org.ptstress.stress.cost;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Design;

/**
 * Which compiler made a design. A class file does not say it, so the build writes the feature
 * release of its JDK beside the model. All modules are built by one; of other jars it is not known.
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
