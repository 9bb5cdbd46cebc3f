package org.ptstress.stress.kernel;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.ptstress.run.folder.WholeFile;

/** An archive (cpio, newc) whose only file is the init program of a virtual machine. */
final class Initrd {
  private static final int EXECUTABLE_FILE = 0100755;
  private static final int ALIGNMENT = 4;

  private Initrd() {}

  /**
   * Writes one.
   *
   * @param target the file
   * @param program the program
   * @throws IOException if a file cannot be read or written
   */
  static void write(Path target, Path program) throws IOException {
    byte[] content = Files.readAllBytes(program);
    WholeFile.write(
        target,
        out -> {
          entry(out, "init", EXECUTABLE_FILE, content);
          entry(out, "TRAILER!!!", 0, new byte[0]);
        });
  }

  private static void entry(OutputStream out, String name, int mode, byte[] content)
      throws IOException {
    StringBuilder head = new StringBuilder("070701");
    // Inode, mode, user, group, links, time, size, four numbers of devices, length of name, sum.
    int[] fields = {1, mode, 0, 0, 1, 0, content.length, 0, 0, 0, 0, name.length() + 1, 0};
    for (int field : fields) {
      head.append(String.format(Locale.ROOT, "%08x", field));
    }
    write(out, head.append(name).append('\0').toString().getBytes(US_ASCII));
    write(out, content);
  }

  private static void write(OutputStream out, byte[] bytes) throws IOException {
    out.write(bytes);
    out.write(new byte[Math.floorMod(-bytes.length, ALIGNMENT)]);
  }
}
