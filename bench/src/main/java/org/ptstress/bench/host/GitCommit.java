package org.ptstress.bench.host;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.ptstress.run.process.Program;

/** The commit that a folder is checked out at. */
final class GitCommit {
  private GitCommit() {}

  /**
   * Asks git.
   *
   * @param folder a folder
   * @return the commit's hash, with {@code -dirty} behind it if a tracked file differs; null if
   *     there is no checkout, no commit or no git
   */
  static @Nullable String of(Path folder) throws InterruptedException {
    String commit = Program.outputOf(folder, "git", "rev-parse", "HEAD");
    if (commit == null) {
      return null;
    }
    String changes =
        Program.outputOf(folder, "git", "status", "--porcelain", "--untracked-files=no");
    return changes == null || changes.isEmpty() ? commit : commit + "-dirty";
  }
}
