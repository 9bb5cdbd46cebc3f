package org.ptstress.run.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Appends output to a file up to a limit: the head (half of the limit) as it arrives, the tail (the
 * other half) on close, and between them a line with the number of omitted bytes. Thread-safe;
 * ignores writes after close.
 */
public final class BoundedLog extends OutputStream {
  /** The default limit in bytes: enough for any log that a person reads. */
  public static final int LIMIT = 1 << 20;

  private final OutputStream file;
  private final byte[] tail;
  private long headLeft;
  private long behindHead;
  private boolean closed;

  /**
   * Opens a log.
   *
   * @param file where it is appended; its folder must exist
   * @param limit how many bytes are kept, at least 2
   * @throws IOException if the file cannot be opened
   */
  public BoundedLog(Path file, int limit) throws IOException {
    this.file = Files.newOutputStream(file, CREATE, APPEND);
    this.headLeft = limit / 2;
    this.tail = new byte[limit - limit / 2];
  }

  @Override
  public synchronized void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    if (closed) {
      return;
    }
    int head = (int) Math.min(length, headLeft);
    file.write(bytes, offset, head);
    headLeft -= head;
    // Only the end of a long piece fits into the tail.
    int rest = length - head;
    int skipped = Math.max(0, rest - tail.length);
    behindHead += skipped;
    int from = offset + head + skipped;
    for (int left = rest - skipped; left > 0; ) {
      int position = (int) (behindHead % tail.length);
      int part = Math.min(left, tail.length - position);
      System.arraycopy(bytes, from, tail, position, part);
      behindHead += part;
      from += part;
      left -= part;
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (file) {
      if (behindHead <= tail.length) {
        file.write(tail, 0, (int) behindHead);
        return;
      }
      file.write(
          String.format(
                  Locale.ROOT, "%n[%d bytes of output are left out]%n", behindHead - tail.length)
              .getBytes(UTF_8));
      int position = (int) (behindHead % tail.length);
      file.write(tail, position, tail.length - position);
      file.write(tail, 0, position);
    }
  }
}
