package org.ptstress.run.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.run.cost.Accesses;
import org.ptstress.run.cost.Conflicts;
import org.ptstress.run.cost.Cost;
import org.ptstress.run.cost.CountRow;
import org.ptstress.run.cost.Culprit;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.cost.FieldCount;
import org.ptstress.run.cost.Operation;
import org.ptstress.run.cost.PairRow;
import org.ptstress.run.cost.Part;
import org.ptstress.run.cost.Population;
import org.ptstress.run.cost.Relation;
import org.ptstress.run.cost.SearchSteps;
import org.ptstress.run.cost.WorkingSet;

/** The files of the costs hold what they are given, a row in each line. */
class CostFilesTest {
  @TempDir private Path temp;

  @Test
  void costsAreReadAsTheyWereWritten() throws IOException {
    DesignCosts costs = costs();
    List<DesignCosts> all = List.of(costs, DesignCosts.none("E", "it crashed"));
    ResultFiles.writeCosts(temp, all);
    Path accesses = temp.resolve(ResultFiles.ACCESSES);
    Path conflicts = temp.resolve(ResultFiles.CONFLICTS);
    assertThat(
            DesignCosts.join(
                JsonFile.readList(accesses, Accesses.class),
                JsonFile.readList(conflicts, Conflicts.class)))
        .isEqualTo(all);
    assertThat(Files.readAllLines(accesses))
        .filteredOn(line -> line.startsWith("{\"population\""))
        .hasSize(3)
        .first()
        .asString()
        .endsWith("\"fields\":[[\"KTimer\",0,0,0,9],[\"KTimer.id\",200,0,0,0]]},");
  }

  private static DesignCosts costs() {
    Cost cost = new Cost(1, 2, 3, 4, 5, 6, 7, 8);
    List<FieldCount> fields =
        List.of(new FieldCount("KTimer", 0, 0, 0, 9), new FieldCount("KTimer.id", 200, 0, 0, 0));
    CountRow row =
        new CountRow(
            Population.KERNEL_512, Operation.FIND, 200, cost, cost, 0, Cost.NONE, null, fields);
    WorkingSet set = new WorkingSet(Population.KERNEL_512, 512, 1, 2, 3);
    Culprit culprit = new Culprit("table.x", Part.TABLE, true, false, "load | RMW", 100);
    PairRow pair =
        new PairRow(
            Operation.FIND,
            Operation.FIND,
            Relation.SAME_TIMER,
            true,
            100,
            0,
            false,
            List.of(culprit));
    SearchSteps search = new SearchSteps("", 1, 2, true, 4, 5, 6, 7, 8, 9);
    return new DesignCosts(
        new Accesses("D", "", null, search, List.of(row, row), List.of(set)),
        new Conflicts("D", "", List.of(pair)));
  }
}
