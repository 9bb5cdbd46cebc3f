package org.ptstress.stress.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.ptstress.model.Design;
import org.ptstress.run.process.ChildJvm;

/**
 * Class paths that offer one more design. The service file is in a folder of the test, so that the
 * catalogue of the JVM that runs the tests stays what it is.
 */
public final class ClassPaths {
  private ClassPaths() {}

  /**
   * The class path of this JVM and a service file.
   *
   * @param folder where the service file goes
   * @param designs the designs to offer
   * @return a class path for a child
   * @throws IOException if the file cannot be written
   */
  public static String with(Path folder, Design... designs) throws IOException {
    Path services = Files.createDirectories(folder.resolve("services/META-INF/services"));
    Files.write(
        services.resolve(Design.class.getName()),
        Arrays.stream(designs).map(design -> design.getClass().getName()).toList());
    return folder.resolve("services") + System.getProperty("path.separator") + ChildJvm.classPath();
  }
}
