package org.ptstress.stress.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.ptstress.run.folder.WholeFile;

/** The C program that makes the system calls, compiled for this machine. */
final class HelperProgram {
  private static final String SOURCE = "kernel.c";
  private static final long LIMIT_SECONDS = 120;

  private HelperProgram() {}

  /**
   * Compiles it.
   *
   * @param folder where to
   * @param compiler the command of a C compiler
   * @return the program
   * @throws NotJudgedException if this machine cannot; the message says why
   * @throws IOException if the source cannot be written
   * @throws InterruptedException if this thread is interrupted; the compiler is ended
   */
  static Path compile(Path folder, String compiler)
      throws NotJudgedException, IOException, InterruptedException {
    // Falls back to dynamic linking, because not every machine has a static C library.
    return compile(folder, compiler, List.of(List.of("-static"), List.of()));
  }

  /**
   * Compiles it with static linking.
   *
   * @param folder where to
   * @param compiler the command of a C compiler
   * @return the program
   * @throws NotJudgedException if this machine cannot; the message says why
   * @throws IOException if the source cannot be written
   * @throws InterruptedException if this thread is interrupted; the compiler is ended
   */
  static Path compileStatically(Path folder, String compiler)
      throws NotJudgedException, IOException, InterruptedException {
    return compile(folder, compiler, List.of(List.of("-static")));
  }

  private static Path compile(Path folder, String compiler, List<List<String>> options)
      throws NotJudgedException, IOException, InterruptedException {
    Files.createDirectories(folder);
    String system = System.getProperty("os.name");
    if (!system.toLowerCase(Locale.ROOT).contains("linux")) {
      throw new NotJudgedException(system + " is not Linux");
    }
    Path source = folder.resolve(SOURCE);
    try (InputStream in = HelperProgram.class.getResourceAsStream(SOURCE)) {
      if (in == null) {
        throw new IOException("The jar has no " + SOURCE + ".");
      }
      WholeFile.write(source, in::transferTo);
    }
    Path program = folder.resolve("kernel").toAbsolutePath();
    Path log = folder.resolve("cc.log");
    boolean done = false;
    for (List<String> option : options) {
      done = done || compiled(compiler, option, source, program, log);
    }
    if (!done) {
      throw new NotJudgedException("the C compiler \"" + compiler + "\" failed: " + firstLine(log));
    }
    // Executable for everyone, because processes of other users execute it again.
    if (!program.toFile().setExecutable(true, false)
        || !program.toFile().setReadable(true, false)) {
      throw new NotJudgedException("the program in " + folder + " cannot be made executable");
    }
    return program;
  }

  private static boolean compiled(
      String compiler, List<String> options, Path source, Path program, Path log)
      throws NotJudgedException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(compiler, "-O2"));
    command.addAll(options);
    command.addAll(List.of("-pthread", "-o", program.toString(), source.toString()));
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
    } catch (IOException e) {
      throw new NotJudgedException("there is no C compiler \"" + compiler + "\"");
    }
    try {
      return process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } finally {
      process.destroyForcibly();
    }
  }

  private static String firstLine(Path log) throws IOException {
    String text = Files.readString(log, UTF_8).strip();
    return text.isEmpty() ? "it printed nothing" : text.lines().findFirst().orElse("");
  }
}
