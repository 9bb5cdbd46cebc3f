package org.ptstress.run.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes the files of a stress run. */
public final class ResultFiles {
  /** {@link RaceResult}s. */
  public static final String RACES = "races.json";

  /** {@link InterleavingResult}s. */
  public static final String INTERLEAVINGS = "interleavings.json";

  /** {@link CheckResult}s. */
  public static final String CHECKS = "checks.json";

  /** {@link VerdictRow}s. */
  public static final String VERDICTS = "verdicts.json";

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ResultFiles() {}

  /**
   * Writes rows as a JSON list, whole or not at all.
   *
   * @param folder the run folder
   * @param file the file's name
   * @param rows the rows
   * @throws IOException if the file cannot be written
   */
  public static void write(Path folder, String file, List<?> rows) throws IOException {
    Path partial = folder.resolve(file + ".partial");
    Files.write(partial, MAPPER.writeValueAsBytes(rows));
    Files.move(partial, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
  }
}
