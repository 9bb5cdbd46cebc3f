package org.ptstress.bench.fork;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.bench.jvm.MeasuredJvm;
import org.ptstress.bench.plan.Workloads;
import org.ptstress.run.measurement.Row;
import org.ptstress.run.process.ChildJvm;

/** That there is one where classes are in a jar is a test of the main job. */
final class ClassArchiveTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void classesInFoldersHaveNone() throws Exception {
    Row row = new Row(Workloads.FIND, "GlobalIdr", 64, 1);
    try (ClassArchive archive =
        ClassArchive.of(
            MeasuredJvm.classPath(), row, folder.resolve("classes"), folder.resolve("log"))) {
      assertThat(archive.jvmArgs()).isEmpty();
      assertThat(folder).isEmptyDirectory();
    }
  }

  /** The JVM takes a name with a path separator for two archives. */
  @ParameterizedTest
  @ValueSource(strings = {"2026-09-20T12:30:00", "-dash, bl ank, quote'\"s, \u00fc\u2713"})
  void forksStartWhateverTheFolderIsCalled(String name) throws Exception {
    Path odd = Files.createDirectory(folder.resolve(name));
    Path log = folder.resolve("log");
    Row row = new Row(Workloads.FIND, "GlobalIdr", 64, 1);
    Path kept;
    try (ClassArchive archive =
        ClassArchive.of(jarOfClasses(folder), row, odd.resolve("classes.jsa"), log)) {
      assertThat(archive.jvmArgs()).as(() -> "%s".formatted(log)).hasSize(1);
      kept = Path.of(archive.jvmArgs().get(0).replace("-XX:SharedArchiveFile=", ""));
      assertThat(kept).isRegularFile();
      List<String> command = new ArrayList<>(List.of(ChildJvm.java()));
      command.addAll(MeasuredJvm.FLAGS);
      command.addAll(archive.jvmArgs());
      // With this the JVM ends if it cannot use the archive.
      command.addAll(List.of("-Xshare:on", "-cp", jarOfClasses(folder), "-version"));
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
    }
    assertThat(kept).doesNotExist();
  }

  /** The class path of this JVM, with a jar for each folder. */
  static String jarOfClasses(Path folder) throws IOException {
    List<String> entries = new ArrayList<>();
    for (String entry : MeasuredJvm.classPath().split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      if (Files.isRegularFile(path)) {
        entries.add(entry);
      } else if (Files.isDirectory(path)) {
        Path jar = folder.resolve(entries.size() + ".jar");
        if (!Files.exists(jar)) {
          pack(path, jar);
        }
        entries.add(jar.toString());
      }
    }
    return String.join(File.pathSeparator, entries);
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (JarOutputStream output = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        output.putNextEntry(
            new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
        Files.copy(file, output);
        output.closeEntry();
      }
    }
  }
}
