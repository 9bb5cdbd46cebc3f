package org.ptstress.reports.cli;

import java.util.Objects;

/** Entry point of the executable jar. */
public final class Main {
  private Main() {}

  /**
   * Prints the version.
   *
   * @param args ignored for now
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) {
    String version =
        Objects.requireNonNullElse(
            Main.class.getPackage().getImplementationVersion(), "(development build)");
    System.out.println("ptstress " + version);
  }
}
