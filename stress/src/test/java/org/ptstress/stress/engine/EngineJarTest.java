package org.ptstress.stress.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ptstress.stress.engine.hook.Hook;

/** The jar for the boot class path holds the whole package of the hook. */
class EngineJarTest {
  @Test
  void allClassesOfTheHookAreInIt() throws IOException, URISyntaxException {
    Path folder = Path.of(Hook.class.getResource("Hook.class").toURI()).getParent();
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString().replace(".class", ""))
              .filter(name -> !name.equals("package-info"))
              .sorted()
              .toList();
      assertThat(EngineJar.CLASSES).isEqualTo(names);
    }
  }
}
