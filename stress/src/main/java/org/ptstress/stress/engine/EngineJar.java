package org.ptstress.stress.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.ptstress.stress.engine.hook.Hook;
import org.ptstress.stress.engine.hook.Memory;

/**
 * The jar that a child JVM takes the engine from: the JVM wants agents and the boot class path in
 * files. It holds the hook only; the agent itself is on the class path.
 */
public final class EngineJar {
  private static final String NAME = "engine.jar";

  /** All classes of the package of the hook. */
  static final List<String> CLASSES =
      List.of(
          "Access",
          "Backend",
          "Boxes",
          "Call",
          "Call$Shape",
          "Cell",
          "Cell$1",
          "Hook",
          "Hook$1",
          "Memory",
          "Memory$1",
          "Memory$2",
          "Memory$Elements",
          "Memory$Place",
          "Mode",
          "Site",
          "Site$Target",
          "Update",
          "Update$1",
          "Update$How",
          "Variable",
          "Variable$Kind");

  private EngineJar() {}

  /**
   * Writes the jar.
   *
   * @param folder where to, such as the run folder
   * @param packages the packages of the code under test, if tools may be there, too
   * @return the arguments of a JVM with the engine
   * @throws IOException if it cannot be written
   */
  public static List<String> jvmArgs(Path folder, List<String> packages) throws IOException {
    Path jar = folder.toAbsolutePath().resolve(NAME);
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", Agent.class.getName());
    attributes.putValue("Boot-Class-Path", NAME);
    attributes.putValue("Can-Retransform-Classes", "true");
    String folderOfHook = Hook.class.getPackageName().replace('.', '/') + "/";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (String name : CLASSES) {
        out.putNextEntry(new ZipEntry(folderOfHook + name + ".class"));
        try (InputStream in = Hook.class.getResourceAsStream(name + ".class")) {
          if (in == null) {
            throw new IOException("The class " + name + " of the access engine is missing.");
          }
          in.transferTo(out);
        }
      }
    }
    // One compiler, whose code depends on no profile, and which drops no box.
    return List.of(
        "-XX:TieredStopAtLevel=1",
        "-Xshare:auto",
        Memory.EXPORT,
        "-javaagent:" + jar + "=" + String.join(",", packages));
  }
}
