package org.ptstress.run.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Symbolic links that lead out of a run folder. A folder from elsewhere may contain them. */
final class OutsideLinks {
  /** Files that are never read, and replaced when they are written. */
  private static final Set<String> REPORT = Set.of("index.html", "summary.md");

  private OutsideLinks() {}

  /**
   * Refuses a folder with such links.
   *
   * @throws UnreadableRunException if there is a link that would be followed
   */
  static void refuse(Path folder) throws UnreadableRunException {
    try {
      Path root = folder.toRealPath();
      try (Stream<Path> files = Files.walk(root)) {
        List<Path> links = files.filter(Files::isSymbolicLink).toList();
        for (Path link : links) {
          boolean report =
              root.equals(link.getParent()) && REPORT.contains(link.getFileName().toString());
          if (!report && !leadsInto(root, link)) {
            throw new UnreadableRunException(
                link
                    + " is a symbolic link that leads out of the run folder; copy the folder again"
                    + " with the files themselves.",
                null);
          }
        }
      }
    } catch (UnreadableRunException e) {
      throw e;
    } catch (IOException e) {
      throw new UnreadableRunException(
          folder + " cannot be listed (" + e.getMessage() + "); check its permissions.", e);
    }
  }

  private static boolean leadsInto(Path root, Path link) throws IOException {
    return Files.exists(link) && link.toRealPath().startsWith(root);
  }
}
