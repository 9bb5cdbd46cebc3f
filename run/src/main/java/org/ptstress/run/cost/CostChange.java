package org.ptstress.run.cost;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A cost that differs between two versions of a design.
 *
 * @param effect whether it rose or fell
 * @param design the design's name
 * @param subject the operation and the population, or the pair of operations and their relation
 * @param measure what was counted, such as {@code stores}
 * @param before the baseline's; of an operation the mean
 * @param after the candidate's
 * @param fields the fields or locations whose own counts changed likewise; none if the measure has
 *     none
 */
public record CostChange(
    Effect effect,
    String design,
    String subject,
    String measure,
    double before,
    double after,
    List<FieldChange> fields) {
  /** Copies the list. */
  public CostChange {
    fields = List.copyOf(fields);
  }

  /** The meaning of a difference. */
  public enum Effect {
    /** It costs more. */
    REGRESSED,
    /** It costs less. */
    IMPROVED
  }

  /**
   * A field or location, and how often it counts.
   *
   * @param field its name
   * @param before the baseline's; of an operation the mean, of a pair the states
   * @param after the candidate's
   */
  public record FieldChange(String field, double before, double after) {
    private String text() {
      return field + " " + number(before) + " -> " + number(after);
    }
  }

  /**
   * The change without the design's name.
   *
   * @return such as {@code find, 512 timers: stores 0 -> 1, at SelfHashingSlots.lookups 0 -> 1}
   */
  public String text() {
    String at = fields.stream().map(FieldChange::text).collect(Collectors.joining(", "));
    return subject
        + ": "
        + measure
        + " "
        + number(before)
        + " -> "
        + number(after)
        + (at.isEmpty() ? "" : ", at " + at);
  }

  /** Three digits, because in a mean over hundreds of draws two could hide a difference. */
  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.3f", value);
  }
}
