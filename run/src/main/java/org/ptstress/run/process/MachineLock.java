package org.ptstress.run.process;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A machine-wide lock for measuring, because concurrent measurements spoil each other's numbers.
 * The operating system releases it when the JVM ends, however it ends.
 *
 * <p>The lock is a file in the folder for temporary files. If the file cannot be shared between
 * users, each user has a separate lock, and runs of different users do not exclude each other.
 * JMH's own lock is disabled: it aborts the second run instead of making it wait, and fails for all
 * users but the first.
 */
public final class MachineLock implements AutoCloseable {
  private static final String NAME = "ptstress.lock";

  private final FileChannel channel;

  private MachineLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Runs some work while holding the lock. Blocks until the lock is free.
   *
   * @param <T> the result's type
   * @param waiting receives one sentence if another run has the lock
   * @param work what to do while no other run measures
   * @return its result
   * @throws IOException if the work does, or the lock's file cannot be opened
   * @throws InterruptedException if the thread is interrupted
   */
  public static <T> T holding(Consumer<String> waiting, Work<T> work)
      throws IOException, InterruptedException {
    MachineLock lock = take(Path.of(System.getProperty("java.io.tmpdir")), waiting);
    try {
      return work.run();
    } finally {
      lock.close();
    }
  }

  /**
   * Work under the lock.
   *
   * @param <T> its result's type
   */
  @FunctionalInterface
  public interface Work<T> {
    /**
     * Does the work.
     *
     * @return the result
     * @throws IOException if it fails
     * @throws InterruptedException if the thread is interrupted
     */
    T run() throws IOException, InterruptedException;
  }

  static MachineLock take(Path folder, Consumer<String> waiting)
      throws IOException, InterruptedException {
    Path shared = folder.resolve(NAME);
    Path own = folder.resolve("ptstress-" + System.getProperty("user.name") + ".lock");
    Path file = shared;
    FileChannel channel;
    try {
      channel = open(shared);
    } catch (AccessDeniedException e) {
      file = own;
      channel = open(own);
    }
    try {
      boolean told = false;
      while (!isTaken(channel)) {
        if (!told) {
          waiting.accept(
              "Waiting for another run of ptstress on this machine to finish its"
                  + " measurements (lock "
                  + file
                  + ").");
          told = true;
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
      channel.close();
      throw e;
    }
    return new MachineLock(channel);
  }

  private static FileChannel open(Path file) throws IOException {
    try {
      // Without CREATE: Linux refuses that for another user's file in a sticky folder.
      return FileChannel.open(file, WRITE);
    } catch (NoSuchFileException e) {
      FileChannel created = FileChannel.open(file, WRITE, CREATE);
      if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
      }
      return created;
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // Another thread of this JVM holds the lock.
      return false;
    }
  }

  /** Releases the lock; the file stays for the next run. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
