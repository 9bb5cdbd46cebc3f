package org.ptstress.stress.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Designs;
import org.ptstress.model.syscall.SyscallEra;

/**
 * The kernel of this machine, if it is one of today and can be asked; otherwise a model in its
 * place, so that all but the kernel itself is tested on any machine.
 */
record TestedKernel(ScriptMachine scripts, Users users, @Nullable RunningKernel running) {
  static TestedKernel start(Path folder) throws IOException, InterruptedException {
    String reason;
    try {
      RunningKernel kernel = RunningKernel.start(HelperProgram.compile(folder, "cc"));
      Map<String, String> about = kernel.about();
      if ("yes".equals(about.get("exact-ids")) && !"kept".equals(about.get("failed-restore"))) {
        return new TestedKernel(kernel, KernelJudge.users(about), kernel);
      }
      kernel.close();
      reason = "Linux " + about.get("release") + " is of another era";
    } catch (NotJudgedException e) {
      reason = e.reason();
    }
    System.out.println("The kernel is not tested, but a model in its place: " + reason + ".");
    return new TestedKernel(
        ModelMachine.of(Designs.named("BucketLockHash"), SyscallEra.LINUX_6_17, Users.SHARED),
        Users.SHARED,
        null);
  }

  void close() {
    if (running != null) {
      running.close();
    }
  }
}
