package org.ptstress.stress.interleaving;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ptstress.stress.process.Deadline;
import org.ptstress.stress.process.ProgressListener;
import org.ptstress.stress.result.InterleavingResult;

/** The row of each search: not run, until its result is there. Thread-safe. */
final class SearchRows {
  private final Map<String, InterleavingResult> rows = new LinkedHashMap<>();
  private final ProgressListener progress;
  private int ended;

  SearchRows(List<Search> searches, ProgressListener progress) {
    this.progress = progress;
    searches.forEach(search -> rows.put(search.label(), search.notRun(Deadline.OUT_OF_TIME)));
  }

  synchronized void ended(Search search, InterleavingResult result) {
    rows.put(search.label(), result);
    ended++;
    progress.progress(ended, rows.size(), search.label());
  }

  void gaveUp(Search search, String reason) {
    ended(search, search.notRun(reason));
  }

  synchronized List<InterleavingResult> all() {
    return List.copyOf(rows.values());
  }
}
