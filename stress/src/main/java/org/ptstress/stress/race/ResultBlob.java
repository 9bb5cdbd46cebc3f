package org.ptstress.stress.race;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;

/**
 * Reads the result blob that jcstress leaves in its working directory, through jcstress's own
 * collectors.
 */
final class ResultBlob {
  private ResultBlob() {}

  /**
   * Finds the blobs in a directory.
   *
   * @throws IOException if the directory cannot be read
   */
  static List<Path> in(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().matches("jcstress-results-.*\\.bin\\.gz"))
          .sorted()
          .toList();
    }
  }

  /**
   * Reads a blob.
   *
   * @throws UnreadableBlobException if it is truncated or not a blob of this jcstress
   */
  static Collection<TestResult> read(Path blob) throws UnreadableBlobException {
    InProcessCollector results = new InProcessCollector();
    try {
      DiskReadCollector reader = new DiskReadCollector(blob.toString(), results);
      try {
        reader.dump();
      } finally {
        reader.close();
      }
    } catch (IOException | ClassNotFoundException | RuntimeException e) {
      throw new UnreadableBlobException(
          "The jcstress results in "
              + blob
              + " cannot be read after "
              + results.getTestResults().size()
              + " results of "
              + size(blob)
              + " bytes ("
              + e
              + "); run the races again.",
          e);
    }
    return results.getTestResults();
  }

  private static long size(Path file) {
    return file.toFile().length();
  }
}
