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
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A digest of code by what a JVM would load of it: of a name the first file on the class path, and
 * of a multi-release jar one for each release. What stands behind is never loaded and makes no
 * difference. Neither do dates, the order of entries within a jar, and the rest of {@code
 * META-INF}, which holds who built a jar and when: two machines that compile the same sources with
 * the same compiler have the same digest, whatever JDK they run on.
 */
final class CodeDigest {
  private static final int DIGITS = 16;

  /** A file for a release and later ones; the JVM takes it in a multi-release jar only. */
  private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/(\\d{1,4})/(.+)");

  /** The release of a file that is for all. */
  private static final int ALL = 0;

  /** The content of the files of each name, from the first that a JVM would load. */
  private final Map<String, List<String>> loaded = new TreeMap<>();

  /** The earliest release that each name has a file for. */
  private final Map<String, Integer> earliest = new HashMap<>();

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
   * @param entries in the order of the class path
   * @return 16 hexadecimal digits
   * @throws IOException if one cannot be read
   */
  static String of(List<Path> entries) throws IOException {
    CodeDigest digest = new CodeDigest();
    for (Path entry : entries) {
      if (Files.isDirectory(entry)) {
        digest.addFolder(entry);
      } else if (Files.isRegularFile(entry)) {
        digest.addJar(entry);
      }
    }
    return of(digest.loaded.entrySet().stream().map(file -> file.getKey() + file.getValue()));
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

  private void addJar(Path jar) throws IOException {
    try (JarFile zip = new JarFile(jar.toFile(), false)) {
      List<Found> files = new ArrayList<>();
      for (JarEntry entry : Collections.list(zip.entries())) {
        if (!entry.isDirectory()) {
          // The checksum that the jar keeps: to unpack all of it would take longer than a merge.
          found(entry.getName(), zip.isMultiRelease(), entry.getSize(), entry.getCrc())
              .ifPresent(files::add);
        }
      }
      // Of several a JVM takes the latest that is not later than itself.
      files.sort(Comparator.comparing(Found::release).reversed());
      files.forEach(this::add);
    }
  }

  private void addFolder(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : all) {
      byte[] content = Files.readAllBytes(file);
      CRC32 checksum = new CRC32();
      checksum.update(content);
      String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
      found(name, false, content.length, checksum.getValue()).ifPresent(this::add);
    }
  }

  /** A file by the name that it is loaded by. */
  private record Found(String name, int release, String content) {}

  private static Optional<Found> found(
      String path, boolean multiRelease, long size, long checksum) {
    Matcher versioned = VERSIONED.matcher(path);
    boolean isVersioned = multiRelease && versioned.matches();
    String name = isVersioned ? versioned.group(2) : path;
    int release = isVersioned ? Integer.parseInt(versioned.group(1)) : ALL;
    return name.startsWith("META-INF/")
        ? Optional.empty()
        : Optional.of(new Found(name, release, release + " " + size + " " + checksum));
  }

  /** Adds a file, unless every JVM that would take it has found another one before. */
  private void add(Found file) {
    if (file.release() < earliest.getOrDefault(file.name(), Integer.MAX_VALUE)) {
      earliest.put(file.name(), file.release());
      loaded.computeIfAbsent(file.name(), any -> new ArrayList<>()).add(file.content());
    }
  }
}
