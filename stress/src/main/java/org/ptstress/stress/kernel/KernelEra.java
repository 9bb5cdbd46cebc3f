package org.ptstress.stress.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ptstress.model.syscall.SyscallEra;

/**
 * What the model has for a kernel.
 *
 * @param design the name of the table of its time
 * @param syscalls the system calls of its time
 */
record KernelEra(String design, SyscallEra syscalls) {
  private static final Pattern RELEASE = Pattern.compile("(\\d+)\\.(\\d+).*");

  /**
   * The era of a kernel.
   *
   * @param release what {@code uname -r} says
   * @param exactIds whether it has exact ids, which a vendor may have added or taken away
   * @param keepsCharge whether a failed restore keeps its charge
   * @return the era
   */
  static KernelEra of(String release, boolean exactIds, boolean keepsCharge) {
    return new KernelEra(
        exactIds ? "BucketLockHash" : designBefore615(release),
        keepsCharge ? SyscallEra.LINUX_6_15 : SyscallEra.LINUX_6_17);
  }

  private static String designBefore615(String release) {
    Matcher matcher = RELEASE.matcher(release);
    int version =
        matcher.matches()
            ? Integer.parseInt(matcher.group(1)) * 1_000 + Integer.parseInt(matcher.group(2))
            : Integer.MAX_VALUE;
    if (version < 3_000) {
      return "LockedIdr";
    }
    if (version < 3_010) {
      return "GlobalIdr";
    }
    if (version < 4_007) {
      return "RcuHash";
    }
    return version < 6_005 ? "RcuHash47" : "BoundedScanHash";
  }
}
