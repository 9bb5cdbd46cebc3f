package org.ptstress.stress.interleaving;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.result.InterleavingResult;

/**
 * The row of each search: not run, until its result is there, but with the counterexamples that it
 * has shown by then. Thread-safe.
 */
final class SearchRows {
  private final Map<String, InterleavingResult> rows = new LinkedHashMap<>();
  private final ProgressListener progress;
  private int ended;

  SearchRows(List<Search> searches, ProgressListener progress) {
    this.progress = progress;
    searches.forEach(search -> rows.put(search.label(), search.notRun(Deadline.OUT_OF_TIME)));
  }

  /** Takes what a search has shown that goes on. */
  synchronized void shown(Search search, InterleavingResult soFar) {
    rows.put(search.label(), soFar.cutShort(Deadline.OUT_OF_TIME));
  }

  synchronized void ended(Search search, InterleavingResult result) {
    rows.put(search.label(), result);
    ended++;
    progress.progress(ended, rows.size(), search.label());
  }

  synchronized void gaveUp(Search search, String reason) {
    ended(search, requireNonNull(rows.get(search.label())).cutShort(reason));
  }

  synchronized List<InterleavingResult> all() {
    return List.copyOf(rows.values());
  }
}
