package org.ptstress.reports.phase;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds the folder that a command writes to, and refuses one that it would spoil. */
public final class OutputFolder {
  private static final DateTimeFormatter DATED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss", Locale.ROOT);

  private OutputFolder() {}

  /**
   * A new dated folder; with a number behind the date if another command took that one.
   *
   * @param parent the folder to make it in
   * @param first the file that the command writes first
   */
  public static Path dated(Path parent, String first) {
    String date = DATED.format(LocalDateTime.now(ZoneId.systemDefault()));
    for (int number = 1; ; number++) {
      Path folder = parent.resolve(number == 1 ? date : date + "-" + number);
      try {
        Files.createDirectories(parent);
        // The command that creates the file owns the folder: a check before would let two commands
        // in.
        Files.createDirectory(folder);
        return empty(folder, first);
      } catch (FileAlreadyExistsException e) {
        if (!Files.isDirectory(folder)) {
          throw unwritable(folder, e);
        }
      } catch (IOException e) {
        throw unwritable(folder, e);
      }
    }
  }

  /**
   * An empty folder, made if it does not exist, and taken: of two commands that want it at the same
   * time one is refused.
   *
   * @param folder the folder
   * @param first the file that the command writes first; it is there and empty from now on
   */
  public static Path empty(Path folder, String first) {
    Path taken = folder.resolve(first);
    try {
      Files.createDirectories(folder);
      Files.createFile(taken);
      if (holdsMoreThan(taken)) {
        Files.delete(taken);
        throw notEmpty(folder);
      }
    } catch (FileAlreadyExistsException e) {
      throw Files.isDirectory(folder) ? notEmpty(folder) : unwritable(folder, e);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
    return folder;
  }

  private static boolean holdsMoreThan(Path file) throws IOException {
    try (Stream<Path> content = Files.list(file.resolveSibling(""))) {
      return content.anyMatch(each -> !each.getFileName().equals(file.getFileName()));
    }
  }

  /** A writable folder, made if it does not exist. */
  public static Path existing(Path folder) {
    try {
      Files.createDirectories(folder);
      // Asking for the permission is not enough: a read-only file system grants it to root.
      Files.delete(Files.createTempFile(folder, ".ptstress", ".probe"));
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
    return folder;
  }

  /** Deletes a folder with all that is in it; links are deleted, not followed. */
  public static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static UserException notEmpty(Path folder) {
    return new UserException(
        "The output folder " + folder + " is not empty; name another one with --out.");
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
