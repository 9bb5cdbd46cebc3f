package org.ptstress.reports.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds the folder that a command writes to, and refuses one that it would spoil. */
final class OutputFolder {
  private static final DateTimeFormatter DATED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss", Locale.ROOT);

  private OutputFolder() {}

  /** A new dated folder under {@code runs/}. */
  static Path dated() {
    return empty(
        Path.of("runs", DATED.format(LocalDateTime.now(java.time.ZoneId.systemDefault()))));
  }

  /** An empty folder, made if it does not exist. */
  static Path empty(Path folder) {
    existing(folder);
    try (Stream<Path> content = Files.list(folder)) {
      if (content.findAny().isPresent()) {
        throw new UserException(
            "The output folder " + folder + " is not empty; name another one with --out.");
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
    return folder;
  }

  /** A writable folder, made if it does not exist. */
  static Path existing(Path folder) {
    try {
      Files.createDirectories(folder);
      // Asking for the permission is not enough: a read-only file system grants it to root.
      Files.delete(Files.createTempFile(folder, ".ptstress", ".probe"));
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
    return folder;
  }

  private static UserException unwritable(Path folder, IOException cause) {
    return new UserException(
        "The output folder "
            + folder
            + " cannot be written ("
            + cause
            + "); name another one with --out.",
        cause);
  }
}
