package org.ptstress.stress.interleaving;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.result.InterleavingResult;

/**
 * The row of each search: until its result arrives, NOT_RUN with the counterexamples so far.
 * Thread-safe.
 */
final class SearchRows {
  private final Map<String, InterleavingResult> rows = new LinkedHashMap<>();
  private final Set<String> open = new LinkedHashSet<>();
  private final ProgressListener progress;

  SearchRows(List<Search> searches, ProgressListener progress) {
    this.progress = progress;
    for (Search search : searches) {
      rows.put(search.label(), search.notRun(""));
      open.add(search.label());
    }
  }

  /** Records the counterexamples so far of a running search. */
  synchronized void shown(Search search, InterleavingResult soFar) {
    rows.put(search.label(), soFar);
  }

  synchronized void ended(Search search, InterleavingResult result) {
    rows.put(search.label(), result);
    open.remove(search.label());
    progress.progress(rows.size() - open.size(), rows.size(), search.label());
  }

  synchronized void gaveUp(Search search, String reason) {
    ended(search, requireNonNull(rows.get(search.label())).cutShort(reason));
  }

  /** A row for each search; unfinished ones get a reason. */
  synchronized List<InterleavingResult> all(String reason) {
    return rows.entrySet().stream()
        .map(row -> open.contains(row.getKey()) ? row.getValue().cutShort(reason) : row.getValue())
        .toList();
  }
}
