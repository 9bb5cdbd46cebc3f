package org.ptstress.reports.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ptstress.bench.FurtherForks;
import org.ptstress.model.Design;
import org.ptstress.model.Promise;
import org.ptstress.reports.measured.MeasuredClaims;
import org.ptstress.run.result.Row;

/**
 * Asks for two more forks of each row on which a measured promise hangs, there and back again, so
 * that a machine that gets slower treats the rows that are compared alike.
 *
 * @param designs the designs that are judged
 * @param judgedAs from what a design promises of a claim to what it is judged by
 */
record Undecided(List<? extends Design> designs, UnaryOperator<Promise> judgedAs)
    implements FurtherForks {
  @Override
  public List<Row> lacking(Path jmh) throws IOException {
    MeasuredClaims claims = MeasuredClaims.of(jmh);
    Set<Row> rows = new LinkedHashSet<>();
    for (Design design : designs) {
      for (Promise promise : design.promises().all()) {
        claims
            .lacking(design, judgedAs.apply(promise))
            .forEach(measured -> rows.add(measured.row()));
      }
    }
    List<Row> there = new ArrayList<>(rows);
    List<Row> back = new ArrayList<>(there);
    Collections.reverse(back);
    there.addAll(back);
    return there;
  }
}
