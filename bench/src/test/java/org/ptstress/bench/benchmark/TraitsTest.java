package org.ptstress.bench.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.model.CatalogueEntry;
import org.ptstress.model.Design;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.Promises;

class TraitsTest {
  @TempDir private Path temp;

  /** A loop of creates and deletes would throw, or never end. */
  @Test
  void noLoopComesToADrawnId() throws IOException {
    assertThat(Traits.comesToEachId("GlobalIdr")).isTrue();
    assertThat(Traits.comesToEachId("ProcessIdr")).isTrue();
    Path services = Files.createDirectories(temp.resolve("META-INF/services"));
    Files.writeString(services.resolve(Design.class.getName()), Drawn.class.getName());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {temp.toUri().toURL()}, Drawn.class.getClassLoader())) {
      thread.setContextClassLoader(loader);
      assertThat(Traits.comesToEachId("Drawn")).isFalse();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** A design whose ids come in no order. */
  public static final class Drawn extends CatalogueEntry {
    /** For the service loader. */
    public Drawn() {
      super(
          "Drawn",
          "a test",
          "Ids are drawn.",
          IdPolicy.ANY_FREE,
          Promises.allHold(),
          (config, rcu) -> {
            throw new IllegalStateException("nobody asks for a table");
          });
    }
  }
}
