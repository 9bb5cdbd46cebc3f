package org.ptstress.reports.phase;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.ptstress.run.process.MachineLock;
import picocli.CommandLine.Help.Ansi;

/**
 * Shows what is under way, with the time left: a bar on a terminal; elsewhere, such as in a log, a
 * line for each quarter of a phase, and for each minute of a long one.
 */
public final class PhaseDisplay {
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  private final PrintWriter out;
  private final LongSupplier clock;

  public PhaseDisplay(PrintWriter out) {
    this(out, System::nanoTime);
  }

  PhaseDisplay(PrintWriter out, LongSupplier clock) {
    this.out = out;
    this.clock = clock;
  }

  /** Shows a sentence between two phases. */
  void say(String sentence) {
    out.println(sentence);
    out.flush();
  }

  /** Starts to show a phase. */
  public Bar start(String name) {
    return new Bar(name, Ansi.AUTO.enabled());
  }

  /** Starts a phase beside another one, which keeps the bar. */
  public Bar startBeside(String name) {
    return new Bar(name, false);
  }

  /** A phase on show. */
  public final class Bar implements AutoCloseable {
    private static final int PER_CENT = 100;
    private static final int QUARTER = 25;

    private final String name;
    private final long begin = clock.getAsLong();
    private final @Nullable ProgressBar bar;
    private int shown;
    private long shownAt = begin;
    private boolean complete;

    private Bar(String name, boolean moves) {
      this.name = name;
      // Without a terminal a moving bar would fill the log.
      this.bar =
          !moves
              ? null
              : new ProgressBarBuilder()
                  .setTaskName(String.format("%-13s", name))
                  .setInitialMax(PER_CENT)
                  .setStyle(ProgressBarStyle.ASCII)
                  .setUpdateIntervalMillis(500)
                  .build();
    }

    /** Receives progress; from any thread. */
    public synchronized void at(long done, long total, String what) {
      int percent = total == 0 ? 0 : (int) (PER_CENT * done / total);
      if (bar != null) {
        bar.stepTo(percent);
        bar.setExtraMessage(" " + what);
        return;
      }
      long now = clock.getAsLong();
      boolean due = percent >= shown + QUARTER || (percent > shown && now - shownAt >= MINUTE);
      if (due && percent < PER_CENT) {
        shown = percent;
        shownAt = now;
        long seconds = TimeUnit.NANOSECONDS.toSeconds(now - begin);
        out.printf(
            Locale.ROOT,
            "%-13s %3d %%, about %d s left%n",
            name,
            percent,
            seconds * (PER_CENT - percent) / percent);
        out.flush();
      }
    }

    /** Measures while no other run on this machine does; says so if it has to wait. */
    public <T> T alone(MachineLock.Work<T> work) throws IOException, InterruptedException {
      return MachineLock.holding(this::say, work);
    }

    /** Shows a sentence on a line of its own; from any thread. */
    public synchronized void say(String sentence) {
      PhaseDisplay.this.say(sentence);
    }

    /** Receives the end of the phase; its rows name what it left out for want of time. */
    public void complete() {
      complete = true;
    }

    @Override
    public void close() {
      if (bar != null) {
        if (complete) {
          bar.stepTo(PER_CENT);
        }
        bar.setExtraMessage(complete ? "" : " stopped");
        bar.close();
      } else {
        out.printf(
            Locale.ROOT,
            "%-13s %s %.1f s%n",
            name,
            complete ? "done in" : "stopped after",
            (clock.getAsLong() - begin) / 1e9);
        out.flush();
      }
    }
  }
}
