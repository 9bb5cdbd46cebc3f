package org.ptstress.reports.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.ptstress.model.Design;

/** Compiles and packs a design as somebody else would: against the model, and without Maven. */
public final class DesignJar {
  private static final Path EXAMPLE = Path.of("..", "examples", "own-design", "src", "main");
  private static final String SERVICE = "META-INF/services/" + Design.class.getName();

  private DesignJar() {}

  /** The source of the example. */
  public static String example() throws IOException {
    return Files.readString(EXAMPLE.resolve("java/my/MyTable.java"), UTF_8);
  }

  /** The source of the example with one place changed, which must be there. */
  public static String example(String place, String change) throws IOException {
    return changed(example(), place, change);
  }

  /** A source with one place changed, which must be there. */
  static String changed(String source, String place, String change) {
    assertThat(source).contains(place);
    return source.replace(place, change);
  }

  /** Packs a variant of the example with its service file. */
  public static Path of(Path folder, String source) throws IOException {
    return of(folder, source, Files.readString(EXAMPLE.resolve("resources/" + SERVICE), UTF_8));
  }

  /** Packs a variant of the example with a service file of this content; none if it is empty. */
  public static Path of(Path folder, String source, String service) throws IOException {
    Path file = folder.resolve("my/MyTable.java");
    Files.createDirectories(folder.resolve("my"));
    Files.writeString(file, source, UTF_8);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    compile(file, classes);
    if (!service.isEmpty()) {
      Files.createDirectories(classes.resolve(SERVICE).getParent());
      Files.writeString(classes.resolve(SERVICE), service, UTF_8);
    }
    Path jar = folder.resolve("own-design.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path entry : files.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(new JarEntry(classes.relativize(entry).toString().replace('\\', '/')));
        Files.copy(entry, entries);
        entries.closeEntry();
      }
    }
    return jar;
  }

  private static void compile(Path file, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Path model =
        Path.of(
            java.net.URI.create(
                Design.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8)) {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(model));
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      assertThat(
              compiler
                  .getTask(
                      null,
                      files,
                      null,
                      List.of("--release", "17", "-proc:none"),
                      null,
                      files.getJavaFileObjects(file))
                  .call())
          .isTrue();
    }
  }
}
