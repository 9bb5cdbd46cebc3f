package org.ptstress.bench.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CpuModelTest {
  @Test
  void readsTheNameOnX86() {
    assertThat(
            CpuModel.of(
                List.of("processor\t: 0", "model\t\t: 17", "model name\t: AMD EPYC 9R14", ""),
                "amd64"))
        .isEqualTo("AMD EPYC 9R14");
  }

  @Test
  void readsTheNumbersOnArm() {
    assertThat(
            CpuModel.of(
                List.of("processor\t: 0", "CPU implementer\t: 0x41", "CPU part\t: 0xd40"),
                "aarch64"))
        .isEqualTo("aarch64 implementer 0x41 part 0xd40");
  }

  @Test
  void fallsBackToTheArchitecture() {
    assertThat(CpuModel.of(List.of("processor\t: 0", "nonsense"), "riscv64")).isEqualTo("riscv64");
  }
}
