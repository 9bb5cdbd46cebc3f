package org.ptstress.reports.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A digest of code by its content. Dates, the order of entries and {@code META-INF}, which holds
 * who built a jar and when, make no difference: two machines that compile the same sources with the
 * same compiler have the same digest.
 */
final class CodeDigest {
  private static final int DIGITS = 16;

  private CodeDigest() {}

  /**
   * The digest of everything that this JVM runs: of ptstress, and of designs from outside as long
   * as they are in the catalogue.
   *
   * @return 16 hexadecimal digits
   * @throws IOException if a file of the class path cannot be read
   */
  static String ofClassPath() throws IOException {
    String classPath = System.getProperty("java.class.path");
    return of(Stream.of(classPath.split(File.pathSeparator, -1)).map(Path::of).toList());
  }

  /**
   * The digest of jars and folders; those that do not exist hold nothing, as for a JVM.
   *
   * @return 16 hexadecimal digits
   * @throws IOException if one cannot be read
   */
  static String of(List<Path> entries) throws IOException {
    List<String> files = new ArrayList<>();
    for (Path entry : entries) {
      if (Files.isDirectory(entry)) {
        addFolder(entry, files);
      } else if (Files.isRegularFile(entry)) {
        addJar(entry, files);
      }
    }
    Collections.sort(files);
    return of(files.stream());
  }

  /**
   * The digest of lines.
   *
   * @return 16 hexadecimal digits
   */
  static String of(Stream<String> lines) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      lines.forEach(line -> digest.update((line + "\n").getBytes(UTF_8)));
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }

  private static void addJar(Path jar, List<String> files) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (!entry.isDirectory()) {
          // The checksum that the jar keeps: to unpack all of it would take longer than a merge.
          add(entry.getName(), entry.getSize(), entry.getCrc(), files);
        }
      }
    }
  }

  private static void addFolder(Path folder, List<String> files) throws IOException {
    List<Path> found;
    try (Stream<Path> all = Files.walk(folder)) {
      found = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : found) {
      byte[] content = Files.readAllBytes(file);
      CRC32 checksum = new CRC32();
      checksum.update(content);
      String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
      add(name, content.length, checksum.getValue(), files);
    }
  }

  private static void add(String name, long size, long checksum, List<String> files) {
    if (!name.startsWith("META-INF/")) {
      files.add(name + " " + size + " " + checksum);
    }
  }
}
