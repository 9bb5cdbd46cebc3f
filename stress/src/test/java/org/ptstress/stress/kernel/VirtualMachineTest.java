package org.ptstress.stress.kernel;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.model.Designs;
import org.ptstress.model.syscall.SyscallEra;
import org.ptstress.run.process.ProgressListener;

/** What a virtual machine is made of; the machine itself is tried where there is an image. */
class VirtualMachineTest {
  @TempDir private Path temp;

  @Test
  void theCounterIsFoundByItsValuesAndSet() throws Exception {
    ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    GuestMemory memory = GuestMemory.of(bytes);
    bytes.putInt(8, 107).putInt(20, 107).putInt(40, 100);
    memory.mark(100);
    bytes.putInt(20, 207);
    memory.mark(200);
    memory.set(5);
    memory.set(6);
    assertThat(bytes.getInt(20)).isEqualTo(6);
    assertThat(bytes.getInt(8)).isEqualTo(107);
    assertThat(bytes.getInt(40)).isEqualTo(100);
    // That of another process.
    memory.mark(100);
    memory.set(9);
    assertThat(bytes.getInt(8)).isEqualTo(9);
  }

  @Test
  void aCounterInTwoPlacesIsNotSet() {
    ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    GuestMemory memory = GuestMemory.of(bytes);
    bytes.putInt(8, 107).putInt(20, 107);
    memory.mark(100);
    assertThatThrownBy(() -> memory.set(5)).isInstanceOf(IOException.class);
    assertThat(bytes.getInt(8)).isEqualTo(107);
  }

  @Test
  void theArchiveHoldsTheProgram() throws IOException {
    Path program = Files.writeString(temp.resolve("program"), "hello");
    Path initrd = temp.resolve("initrd");
    Initrd.write(initrd, program);
    byte[] bytes = Files.readAllBytes(initrd);
    String text = new String(bytes, US_ASCII);
    assertThat(bytes.length % 4).isZero();
    // Mode 0100755, five bytes, a name of five with its end; then name and content, aligned.
    assertThat(text)
        .startsWith("07070100000001000081ed")
        .contains("init\0\0hello\0\0\0" + "070701")
        .contains("TRAILER!!!");
    assertThat(text.indexOf("hello") % 4).isZero();
  }

  @Test
  void jumpsGoThroughTheModelLikeOtherCalls() throws Exception {
    ScriptMachine kernel =
        ModelMachine.of(Designs.named("RcuHash47"), SyscallEra.LINUX_6_17, Users.SHARED);
    Differential.Result same =
        new Differential(
                Designs.named("BoundedScanHash"), SyscallEra.LINUX_6_17, Users.SHARED, kernel)
            .runJumps(5_000, 1, ProgressListener.NONE);
    assertThat(same.difference()).isEmpty();
    Differential.Result other =
        new Differential(Designs.named("RfcHash"), SyscallEra.LINUX_6_17, Users.SHARED, kernel)
            .runJumps(5_000, 1, ProgressListener.NONE);
    assertThat(other.difference())
        .hasSizeBetween(1, 10)
        .anyMatch(line -> line.kind() == CallKind.COUNTER);
  }
}
