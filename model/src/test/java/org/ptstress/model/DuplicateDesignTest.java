package org.ptstress.model;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.outside.Impostor;

class DuplicateDesignTest {
  @Test
  void twoDesignsOfOneNameAreRejected(@TempDir Path jar) throws Exception {
    Path services = Files.createDirectories(jar.resolve("META-INF/services"));
    Files.writeString(services.resolve(Design.class.getName()), Impostor.OutsideA.class.getName());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      assertThatIllegalStateException()
          .isThrownBy(Designs::all)
          .withMessageContaining("\"OutsideA\"")
          .withMessageContaining(Impostor.OutsideA.class.getName());
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
