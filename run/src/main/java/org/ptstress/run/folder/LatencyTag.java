package org.ptstress.run.folder;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tag of an interval.
 *
 * @param design the design, or a control
 * @param operation what was timed
 * @param rate arrivals per second of all threads together, 0 if it was not recorded
 * @param disturbed whether other processes had the CPUs for a part of the time
 */
record LatencyTag(String design, String operation, long rate, boolean disturbed) {
  private static final String FIND = "find";
  private static final Pattern TAG =
      Pattern.compile("design=(.+);operation=([^;=]+);rate=([1-9][0-9]{0,11})(;disturbed)?");

  /**
   * Parses a tag. In older logs, which hold finds at one rate, it is the design alone.
   *
   * @param tag the tag, or null if the interval has none
   * @param file the name of the file without its ending: the design of an older log
   * @return its parts, or null if it is no tag of a run folder
   */
  static @Nullable LatencyTag of(@Nullable String tag, String file) {
    if (tag == null || tag.equals(file)) {
      return new LatencyTag(file, FIND, 0, false);
    }
    Matcher matcher = TAG.matcher(tag);
    return matcher.matches()
        ? new LatencyTag(
            matcher.group(1),
            matcher.group(2),
            Long.parseLong(matcher.group(3)),
            matcher.group(4) != null)
        : null;
  }
}
