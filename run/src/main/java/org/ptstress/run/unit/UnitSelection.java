package org.ptstress.run.unit;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Verdict;
import org.ptstress.run.result.VerdictRow;

/** The units that a run executes. */
public final class UnitSelection {
  /** All of them. */
  public static final UnitSelection ALL = new UnitSelection(null);

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
   * @return true only for {@link #ALL}
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
   * Whether a verdict is open only because the rest of its evidence is in other shards.
   *
   * @param row a verdict
   * @return false if a unit of this shard has no result for another reason than a lack of CPUs
   */
  public static boolean isOpenElsewhere(VerdictRow row) {
    List<Evidence> missing =
        row.evidence().stream()
            .filter(item -> item.status() != RunStatus.RUN || item.samples() == 0)
            .filter(item -> !item.tooFewCpus())
            .toList();
    return row.verdict() == Verdict.NOT_RUN
        && !missing.isEmpty()
        && missing.stream().allMatch(UnitSelection::isElsewhere);
  }

  /**
   * Whether a piece of evidence was left to another shard.
   *
   * @param item the evidence
   * @return whether its reason says so
   */
  public static boolean isElsewhere(Evidence item) {
    return item.reason().contains(Evidence.ELSEWHERE);
  }
}
