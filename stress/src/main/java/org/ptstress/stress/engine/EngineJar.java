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
 * The jar that a child JVM takes the engine from: the JVM wants agents and the boot class path in
 * files. It holds the hook only; the agent itself is on the class path.
 */
public final class EngineJar {
  /** The name of the file, which its manifest repeats. */
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
   * @param folder where the jar is, in that directory: the JVM ends the path of an agent at the
   *     first "=", so the jar is named from there
   * @param packages the packages of the code under test, if tools may be there, too
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

  /** The class files of a package: which there are besides its types, compilers decide. */
  static List<String> classes(String folder) throws IOException {
    Path origin;
    try {
      origin = Path.of(Hook.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("The place of the access engine is no path: " + e.getMessage(), e);
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
