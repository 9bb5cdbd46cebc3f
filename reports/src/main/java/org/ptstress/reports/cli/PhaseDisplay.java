package org.ptstress.reports.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** Shows what is under way: a bar with the time left on a terminal, a line a phase elsewhere. */
final class PhaseDisplay {
  private final PrintWriter out;

  PhaseDisplay(PrintWriter out) {
    this.out = out;
  }

  /** Starts to show a phase. */
  Bar start(String name) {
    return new Bar(name);
  }

  /** A phase on show. */
  final class Bar implements AutoCloseable {
    private static final int PER_CENT = 100;

    private final String name;
    private final long begin = System.nanoTime();
    private final @Nullable ProgressBar bar;
    private int shown;

    private Bar(String name) {
      this.name = name;
      // Without a terminal a moving bar would fill the log.
      this.bar =
          !Ansi.AUTO.enabled()
              ? null
              : new ProgressBarBuilder()
                  .setTaskName(String.format("%-13s", name))
                  .setInitialMax(PER_CENT)
                  .setStyle(ProgressBarStyle.ASCII)
                  .setUpdateIntervalMillis(500)
                  .build();
    }

    /** Is told how far the phase is; from any thread. */
    synchronized void at(long done, long total, String what) {
      int percent = total == 0 ? 0 : (int) (PER_CENT * done / total);
      if (bar != null) {
        bar.stepTo(percent);
        bar.setExtraMessage(" " + what);
      } else if (percent >= shown + 25 && percent < PER_CENT) {
        shown = percent;
        long seconds = (System.nanoTime() - begin) / 1_000_000_000;
        out.printf(
            "%-13s %3d %%, about %d s left%n",
            name, percent, seconds * (PER_CENT - percent) / percent);
        out.flush();
      }
    }

    @Override
    public void close() {
      if (bar != null) {
        bar.stepTo(PER_CENT);
        bar.setExtraMessage("");
        bar.close();
      } else {
        out.printf("%-13s done in %.1f s%n", name, (System.nanoTime() - begin) / 1e9);
        out.flush();
      }
    }
  }
}
