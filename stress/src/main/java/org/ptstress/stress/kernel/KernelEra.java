package org.ptstress.stress.kernel;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ptstress.model.syscall.SyscallEra;

/**
 * The model of a kernel.
 *
 * @param design the name of its table
 * @param syscalls its system calls
 */
public record KernelEra(String design, SyscallEra syscalls) {
  private static final Map<String, String> KERNELS =
      Map.of(
          "LockedIdr", "2.6.39 and earlier",
          "GlobalIdr", "3.0 to 3.9",
          "RcuHash", "3.10 to 4.6",
          "RcuHash47", "4.7 to 6.4",
          "BoundedScanHash", "6.5 to 6.14",
          "BucketLockHash", "6.15 and later");

  private static final Pattern RELEASE = Pattern.compile("(\\d+)\\.(\\d+).*");

  /**
   * The kernels that have the table of a design.
   *
   * @param design the design's name
   * @return their releases, or "" if there are none
   */
  public static String kernelsOf(String design) {
    return KERNELS.getOrDefault(design, "");
  }

  /**
   * The era of a kernel.
   *
   * @param release what {@code uname -r} says
   * @param exactIds whether it has exact ids, which a vendor may have backported or removed
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
