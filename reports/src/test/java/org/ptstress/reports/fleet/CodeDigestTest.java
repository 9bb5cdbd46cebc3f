package org.ptstress.reports.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeDigestTest {
  private static final String CLASS = "org/ptstress/A.class";
  private static final Map<String, String> CODE = Map.of(CLASS, "one", "my/B.class", "two");

  @TempDir private Path temp;

  @Test
  void equalCodeIsToldFromOtherCodeAlone() throws IOException {
    String digest = digest(jar(1, CODE));
    assertThat(digest).matches("[0-9a-f]{16}");
    assertThat(digest(jar(2, CODE))).isEqualTo(digest);
    assertThat(digest(jar(1, with("META-INF/MANIFEST.MF", "built by me")))).isEqualTo(digest);
    assertThat(digest(jar(1, Map.of(CLASS, "one")), jar(1, Map.of("my/B.class", "two"))))
        .isEqualTo(digest);
    Path folder = temp.resolve("classes");
    for (Map.Entry<String, String> file : CODE.entrySet()) {
      Files.createDirectories(folder.resolve(file.getKey()).resolveSibling(""));
      Files.writeString(folder.resolve(file.getKey()), file.getValue(), UTF_8);
    }
    assertThat(digest(folder)).isEqualTo(digest);
    assertThat(digest(folder, temp.resolve("none.jar"))).isEqualTo(digest);

    assertThat(digest(jar(1, with(CLASS, "One")))).isNotEqualTo(digest);
    assertThat(digest(jar(1, with("org/ptstress/C.class", "")))).isNotEqualTo(digest);
    assertThat(digest(jar(1, Map.of(CLASS, "one")))).isNotEqualTo(digest);
  }

  /** Which of two classes of one name is loaded depends on the order. */
  @Test
  void theFirstOfANameIsTheOneThatIsLoaded() throws IOException {
    Path one = jar(1, Map.of(CLASS, "one"));
    Path two = jar(1, Map.of(CLASS, "two"));
    assertThat(digest(one, two)).isNotEqualTo(digest(two, one)).isEqualTo(digest(one));
    Path other = jar(1, Map.of("my/B.class", "two"));
    assertThat(digest(one, other)).isEqualTo(digest(other, one));
  }

  @Test
  void classesOfAMultiReleaseJarCountForTheirReleases() throws IOException {
    Map<String, String> versioned =
        Map.of(CLASS, "one", "META-INF/versions/11/" + CLASS, "of eleven");
    Path plain = jar(1, Map.of(CLASS, "one"));
    assertThat(digest(jar(1, versioned))).as("no JVM takes it").isEqualTo(digest(plain));

    Path multi = multiRelease(versioned);
    assertThat(digest(multi)).isNotEqualTo(digest(plain));
    assertThat(digest(multi))
        .isNotEqualTo(
            digest(
                multiRelease(Map.of(CLASS, "one", "META-INF/versions/17/" + CLASS, "of eleven"))))
        .isNotEqualTo(
            digest(multiRelease(Map.of(CLASS, "one", "META-INF/versions/11/" + CLASS, "other"))));
    assertThat(digest(multi))
        .isEqualTo(digest(multiRelease(with(versioned, "META-INF/versions/11/META-INF/x", "me"))));
    // A JVM looks into one jar after the other.
    assertThat(digest(plain, multi)).isEqualTo(digest(plain));
    Path eleven = multiRelease(Map.of("META-INF/versions/11/" + CLASS, "of eleven"));
    assertThat(digest(eleven, plain)).isEqualTo(digest(multi));
    assertThat(digest(plain, eleven)).isEqualTo(digest(plain));
  }

  private Path multiRelease(Map<String, String> files) throws IOException {
    return jar(
        1, with(files, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMulti-Release: true\n\n"));
  }

  @Test
  void thisCodeIsTheSameEachTime() throws IOException {
    assertThat(CodeDigest.ofClassPath())
        .isEqualTo(CodeDigest.ofClassPath())
        .isNotEqualTo(CodeDigest.of(List.of()));
  }

  private static Map<String, String> with(String name, String content) {
    return with(CODE, name, content);
  }

  private static Map<String, String> with(Map<String, String> code, String name, String content) {
    Map<String, String> changed = new TreeMap<>(code);
    changed.put(name, content);
    return changed;
  }

  private static String digest(Path... entries) throws IOException {
    return CodeDigest.of(List.of(entries));
  }

  private Path jar(int day, Map<String, String> files) throws IOException {
    Path jar = Files.createTempFile(temp, "code", ".jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.setLevel(day);
      for (Map.Entry<String, String> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTime(day * 86_400_000L * 365 * 20);
        out.putNextEntry(entry);
        out.write(file.getValue().getBytes(UTF_8));
        out.closeEntry();
      }
    }
    return jar;
  }
}
