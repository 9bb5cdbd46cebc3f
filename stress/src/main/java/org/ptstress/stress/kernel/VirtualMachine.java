package org.ptstress.stress.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A kernel image in QEMU with the C program as init process. */
final class VirtualMachine {
  private static final String EMULATOR = "qemu-system-x86_64";
  private static final String MEGABYTES = "128";

  private VirtualMachine() {}

  /**
   * Boots it.
   *
   * @param image the kernel
   * @param program the program in C, linked statically
   * @param folder where files of the machine go
   * @return the kernel, which is ready
   * @throws NotJudgedException if there is no emulator
   * @throws IOException if the machine does not come up
   * @throws InterruptedException if this thread is interrupted; the machine is ended
   */
  static RunningKernel boot(Path image, Path program, Path folder)
      throws NotJudgedException, IOException, InterruptedException {
    Path initrd = folder.resolve("initrd");
    Initrd.write(initrd, program);
    Path memory = folder.resolve("memory").toAbsolutePath();
    Process process;
    try {
      process =
          new ProcessBuilder(command(image, initrd, memory))
              .redirectError(folder.resolve("qemu.log").toFile())
              .start();
    } catch (IOException e) {
      throw new NotJudgedException("there is no emulator " + EMULATOR);
    }
    RunningKernel kernel = RunningKernel.of(process);
    try {
      kernel.awaitReady();
      if (!Files.exists(memory)) {
        throw new IOException("The machine has no file for its memory.");
      }
      kernel.watch(GuestMemory.map(memory));
      // Unlinked while both processes have it open, so that it disappears with them.
      Files.delete(memory);
      return kernel;
    } catch (IOException | InterruptedException e) {
      kernel.close();
      throw e;
    }
  }

  private static List<String> command(Path image, Path initrd, Path memory) {
    return List.of(
        EMULATOR,
        "-machine",
        "q35,accel=tcg,memory-backend=m",
        "-object",
        "memory-backend-file,id=m,share=on,size=" + MEGABYTES + "M,mem-path=" + memory,
        "-m",
        MEGABYTES,
        "-smp",
        "1",
        "-nodefaults",
        "-no-user-config",
        "-display",
        "none",
        "-no-reboot",
        "-monitor",
        "none",
        "-serial",
        "stdio",
        "-kernel",
        image.toString(),
        "-initrd",
        initrd.toString(),
        "-append",
        "console=ttyS0 quiet loglevel=0 panic=-1 tsc=reliable mitigations=off");
  }
}
