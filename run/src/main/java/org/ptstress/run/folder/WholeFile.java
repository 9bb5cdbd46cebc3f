package org.ptstress.run.folder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Writes files atomically: readers of a run folder trust what is there and never see a partial
 * file. A full disk, a quota, an exception of the content or the end of this JVM leaves the old
 * file, or none.
 *
 * <p>A symbolic link at the place of a file is replaced, not followed: a folder from elsewhere must
 * not decide which files of this machine are written.
 */
public final class WholeFile {
  private WholeFile() {}

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes everything.
     *
     * @param out buffered; closed by the caller, and left open if the callee closes it
     * @throws IOException if it cannot be written
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes to a file beside the target, and renames it once it is synced to the disk.
   *
   * @param target the file; replaced if it exists, its folder made if it does not
   * @param content what to write
   * @throws IOException if it cannot be written; the target is unchanged
   */
  public static void write(Path target, Content content) throws IOException {
    Path partial = writePartial(target, content);
    try {
      move(partial, target);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  /**
   * Writes text.
   *
   * @param target the file; replaced if it exists, its folder made if it does not
   * @param text what to write, as UTF-8
   * @throws IOException if it cannot be written; the target is unchanged
   */
  public static void write(Path target, String text) throws IOException {
    write(target, out -> out.write(text.getBytes(UTF_8)));
  }

  /**
   * Writes a complete file beside the target, so that several can be moved together.
   *
   * @param target the file to replace with {@link #move}; its folder is made if it does not exist
   * @param content what to write
   * @return the file beside the target
   * @throws IOException if it cannot be written; nothing is left of it
   */
  public static Path writePartial(Path target, Content content) throws IOException {
    Path folder = requireNonNull(target.toAbsolutePath().getParent(), "no file: " + target);
    Files.createDirectories(folder);
    // An unpredictable name: nobody can plant a link there, and no other writer uses it.
    Path partial =
        folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".partial");
    boolean complete = false;
    // Not a channel: the interrupt that ends a run would close it and lose results.
    try (FileOutputStream file = new FileOutputStream(partial.toFile())) {
      OutputStream out = new BufferedOutputStream(file);
      content.writeTo(new Unclosed(out));
      out.flush();
      // Some file systems report a full disk only on sync.
      file.getFD().sync();
      complete = true;
    } finally {
      if (!complete) {
        Files.deleteIfExists(partial);
      }
    }
    return partial;
  }

  /**
   * Moves a file of {@link #writePartial} to its place.
   *
   * @param partial the file beside the target
   * @param target the file; replaced if it exists
   * @throws IOException if it cannot be moved
   */
  public static void move(Path partial, Path target) throws IOException {
    Files.move(
        partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Appends text to a growing file. Texts of concurrent writers are not interleaved.
   *
   * @param file the file, made if it does not exist; a link to one is followed
   * @param text what to append, as UTF-8
   * @throws IOException if it cannot be written; the file is as long as before
   */
  public static void append(Path file, String text) throws IOException {
    // A stream here, too: an interrupt would close a channel in the middle of the text.
    try (FileOutputStream growing = new FileOutputStream(file.toFile(), true)) {
      long length = Files.size(file);
      boolean complete = false;
      try {
        growing.write(text.getBytes(UTF_8));
        growing.getFD().sync();
        complete = true;
      } finally {
        if (!complete) {
          try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(length);
          }
        }
      }
    }
  }

  /** Ignores close, because some writers close their stream and the file still has to be synced. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
