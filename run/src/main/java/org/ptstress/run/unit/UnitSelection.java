package org.ptstress.run.unit;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ptstress.run.result.Verdict;
import org.ptstress.run.result.VerdictRow;

/** Which of its units a run does. */
public final class UnitSelection {
  /** All of them. */
  public static final UnitSelection ALL = new UnitSelection(null);

  /** Why the rows of the others did not run. */
  public static final String ELSEWHERE = "it is no unit of this shard";

  private final @Nullable Set<String> names;

  private UnitSelection(@Nullable Set<String> names) {
    this.names = names;
  }

  /**
   * Some units.
   *
   * @param names their names
   * @return the selection
   */
  public static UnitSelection of(Collection<String> names) {
    return new UnitSelection(Set.copyOf(names));
  }

  /**
   * Whether all units are selected.
   *
   * @return true of {@link #ALL} only
   */
  public boolean isAll() {
    return names == null;
  }

  /**
   * Whether the run does a unit.
   *
   * @param unit the unit
   * @return whether it is selected
   */
  public boolean includes(Unit unit) {
    return names == null || names.contains(unit.name());
  }

  /**
   * Whether the run does any unit of a phase.
   *
   * @param phase one of the constants of {@link Unit}
   * @return whether one is selected
   */
  public boolean includesAnyOf(String phase) {
    return names == null
        || names.stream().anyMatch(name -> name.equals(phase) || name.startsWith(phase + "/"));
  }

  /**
   * Whether a verdict is open, and another shard has evidence on it.
   *
   * @param row a verdict
   * @return whether all shards together may decide it
   */
  public static boolean isOpenElsewhere(VerdictRow row) {
    return row.verdict() == Verdict.NOT_RUN
        && row.evidence().stream().anyMatch(item -> item.reason().contains(ELSEWHERE));
  }
}
