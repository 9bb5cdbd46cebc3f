package org.ptstress.reports.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The scripts that make charts interactive: uPlot, from its WebJar, and a script of our own. Both
 * stand in the page, which allows no others.
 */
final class Scripts {
  private static final String UPLOT =
      "/META-INF/resources/webjars/uplot/"
          + version("/META-INF/maven/org.webjars.npm/uplot/")
          + "/";

  private static final String LIBRARY =
      "/*\n" + text(UPLOT + "LICENSE").strip() + "\n*/\n" + text(UPLOT + "dist/uPlot.iife.min.js");

  private static final String OWN = text("explore.js");

  private static final String LIBRARY_STYLE = text(UPLOT + "dist/uPlot.min.css");

  private Scripts() {}

  /** The scripts in the order in which they run. */
  static List<String> all() {
    return List.of(LIBRARY, OWN);
  }

  /** The style sheet of the library. */
  static String style() {
    return LIBRARY_STYLE;
  }

  /** The scripts that the content security policy admits, by their hashes. */
  static String sources() {
    return all().stream().map(Scripts::hash).collect(Collectors.joining(" "));
  }

  private static String hash(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256, but this one does not.", e);
    }
  }

  /** The version of a library, as its jar says it; the folder of its files is called by it. */
  private static String version(String mavenFolder) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text(mavenFolder + "pom.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException("The report cannot read " + mavenFolder + ".", e);
    }
    return properties.getProperty("version");
  }

  private static String text(String resource) {
    try (InputStream stream = Scripts.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(
            "The report needs " + resource + ", which is not on the class path.");
      }
      // A browser reads every line end as \n, and hashes what it has read.
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("The report cannot read " + resource + ".", e);
    }
  }
}
