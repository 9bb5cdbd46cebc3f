package org.ptstress.bench.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ptstress.run.process.Program;

/** The model of the CPU, from what each system tells about it. */
final class CpuModel {
  private static final Path CPUINFO = Path.of("/proc/cpuinfo");

  private CpuModel() {}

  /** The model, or the architecture if the system does not tell the model. */
  static String ofThisMachine() throws InterruptedException {
    String architecture = System.getProperty("os.arch");
    if (Files.isReadable(CPUINFO)) {
      try {
        return of(Files.readAllLines(CPUINFO), architecture);
      } catch (IOException e) {
        return architecture;
      }
    }
    String brand = Program.outputOf(Path.of(""), "sysctl", "-n", "machdep.cpu.brand_string");
    return brand == null || brand.isEmpty() ? architecture : brand;
  }

  /**
   * Reads the first CPU of {@code /proc/cpuinfo}. x86 names the model; arm64 has only numbers,
   * which identify it too.
   *
   * @param cpuinfo the lines of the file
   * @param architecture what to return if they name nothing
   */
  static String of(List<String> cpuinfo, String architecture) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String line : cpuinfo) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        fields.putIfAbsent(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      }
    }
    String name = fields.getOrDefault("model name", fields.getOrDefault("Model", ""));
    if (!name.isEmpty()) {
      return name;
    }
    String implementer = fields.getOrDefault("CPU implementer", "");
    String part = fields.getOrDefault("CPU part", "");
    return part.isEmpty()
        ? architecture
        : "%s implementer %s part %s".formatted(architecture, implementer, part);
  }
}
