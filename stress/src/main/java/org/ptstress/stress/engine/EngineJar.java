package org.ptstress.stress.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.ptstress.stress.engine.hook.Hook;
import org.ptstress.stress.engine.hook.Memory;

/**
 * The engine's jar for child JVMs, because agents and boot class path entries must be files. It
 * holds the hook only; the agent itself is on the class path.
 */
public final class EngineJar {
  /** The name of the file, which its manifest refers to. */
  public static final String NAME = "engine.jar";

  private EngineJar() {}

  /**
   * Writes the jar.
   *
   * @param file where to, in a file called {@link #NAME}; left open
   * @throws IOException if it cannot be written
   */
  public static void write(OutputStream file) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", Agent.class.getName());
    attributes.putValue("Boot-Class-Path", NAME);
    attributes.putValue("Can-Retransform-Classes", "true");
    JarOutputStream out = new JarOutputStream(file, manifest);
    for (String name : classes(Hook.class.getPackageName().replace('.', '/') + "/")) {
      out.putNextEntry(new ZipEntry(name));
      try (InputStream in = Hook.class.getResourceAsStream("/" + name)) {
        if (in == null) {
          throw new IOException("The file " + name + " of the access engine is missing.");
        }
        in.transferTo(out);
      }
    }
    out.finish();
  }

  /**
   * The arguments of a JVM with the engine.
   *
   * @param directory the working directory of the JVM
   * @param folder the folder of the jar, relative to that directory: the JVM cuts the path of an
   *     agent at the first "="
   * @param packages packages of code under test that also contain tools
   * @param countsBytecodes whether the code under test counts the bytecodes that it executes
   * @return the arguments
   */
  public static List<String> jvmArgs(
      Path directory, Path folder, List<String> packages, boolean countsBytecodes) {
    Path jar = directory.toAbsolutePath().relativize(folder.toAbsolutePath().resolve(NAME));
    return List.of(
        "-Xshare:auto",
        Memory.EXPORT,
        "-javaagent:"
            + jar
            + "="
            + (countsBytecodes ? Agent.COUNTS : "")
            + String.join(",", packages));
  }

  /** The class files of a package; which synthetic ones exist depends on the compiler. */
  static List<String> classes(String folder) throws IOException {
    Path origin;
    try {
      origin = Path.of(Hook.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException(
          "The location of the access engine is not a file path: " + e.getMessage(), e);
    }
    if (Files.isDirectory(origin)) {
      try (Stream<Path> files = Files.list(origin.resolve(folder))) {
        return files
            .map(file -> folder + file.getFileName())
            .filter(name -> name.endsWith(".class"))
            .sorted()
            .toList();
      }
    }
    try (JarFile jar = new JarFile(origin.toFile())) {
      return jar.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.startsWith(folder) && name.endsWith(".class"))
          .sorted()
          .toList();
    }
  }
}
