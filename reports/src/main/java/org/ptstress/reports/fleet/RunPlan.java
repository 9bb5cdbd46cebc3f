package org.ptstress.reports.fleet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ptstress.model.Design;
import org.ptstress.run.result.Profile;
import org.ptstress.run.unit.Unit;
import org.ptstress.run.unit.UnitFile;
import org.ptstress.run.unit.UnitSelection;
import org.ptstress.stress.StressPlan;

/**
 * Everything that {@code run} does, whichever machine does it.
 *
 * @param profile the profile of the run
 * @param designs the designs under test
 */
public record RunPlan(Profile profile, List<Design> designs) {
  public RunPlan {
    designs = List.copyOf(designs);
  }

  /** The stress part. */
  StressPlan stress() {
    return StressPlan.of(profile, designs);
  }

  /** Each unit once, in the order in which one machine would do them. */
  public List<Unit> units() {
    List<Unit> units = new ArrayList<>(stress().units());
    if (profile != Profile.QUICK) {
      units.add(Unit.of(Unit.KERNEL));
    }
    units.add(Unit.of(Unit.MEASUREMENTS));
    return units;
  }

  /**
   * The {@code units.json} of a run of some units.
   *
   * @throws IOException if the code on the class path cannot be read
   */
  public UnitFile file(UnitSelection selection) throws IOException {
    List<Unit> units = units();
    return new UnitFile(
        digest(),
        CodeDigest.ofClassPath(),
        units.size(),
        units.stream().filter(selection::includes).map(Unit::name).toList());
  }

  /**
   * A digest of the plan: of its designs, promises, scenarios and budgets.
   *
   * @return 16 hexadecimal digits
   */
  String digest() {
    List<String> lines = new ArrayList<>(stress().content());
    lines.add(profile.label());
    units().forEach(unit -> lines.add(unit.name()));
    return CodeDigest.of(lines.stream());
  }
}
