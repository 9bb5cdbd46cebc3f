package org.ptstress.run.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        .hasSize(2)
        .first()
        .asString()
        .endsWith("\"fields\":[[\"KTimer\",0,2,0,7],[\"KTimer.id\",1,0,3,0]]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"loads\":1, | \"loads\":-1, | finite and at least 0",
        "\"loads\":1, | \"loads\":3, | FIND KERNEL_512 has 3 loads, and 1 of its fields",
        "[\"KTimer\",0,2,0,7] | [\"KTimer\",0,2,0,6] | has 7 allocations, and 6 of its fields",
        "\"table\":{\"loads\":1, | \"table\":{\"loads\":5, | 5 loads in the table, and 1 in",
        "\"timers\":512 | \"timers\":0 | has a working set of no timer",
        "\"states\":100,\"free | \"states\":-1,\"free | finite and at least 0",
        "\"freeStates\":0 | \"freeStates\":100 | free in 100 of 100 states, and a location that",
        "\"freeStates\":0 | \"freeStates\":200 | free in 200 of 100 states",
        "\"culprits\":[ | \"culprits\":[],\"were\":[ | a location that they share in 0",
      })
  void numbersThatDoNotAgreeAreRefused(String part, String replacement, String message)
      throws IOException {
    ResultFiles.writeCosts(temp, List.of(costs()));
    assertThat(ResultFiles.readCosts(temp)).containsExactly(costs());
    int changed = 0;
    for (String file : List.of(ResultFiles.ACCESSES, ResultFiles.CONFLICTS)) {
      String text = Files.readString(temp.resolve(file));
      int at = text.indexOf(part);
      if (at >= 0) {
        changed++;
        Files.writeString(
            temp.resolve(file),
            text.substring(0, at) + replacement + text.substring(at + part.length()));
      }
    }
    assertThat(changed).isOne();
    assertThatThrownBy(() -> ResultFiles.readCosts(temp))
        .isInstanceOf(UnreadableRunException.class)
        .hasMessageContaining(message);
  }

  private static DesignCosts costs() {
    Cost cost = new Cost(1, 2, 3, 4, 5, 6, 7, 8);
    List<FieldCount> fields =
        List.of(new FieldCount("KTimer", 0, 2, 0, 7), new FieldCount("KTimer.id", 1, 0, 3, 0));
    CountRow row =
        new CountRow(
            Population.KERNEL_512, Operation.FIND, 200, cost, cost, 0, Cost.NONE, null, fields);
    WorkingSet set = new WorkingSet(Population.KERNEL_512, 512, 1, 2, 3, List.of("table.x"));
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
        new Accesses("D", "", null, search, List.of(row), List.of(set)),
        new Conflicts("D", "", List.of(pair)));
  }
}
