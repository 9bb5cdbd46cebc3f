package org.ptstress.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Collection;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * JMH's text output into a log that stays open from one fork to the next. Called by JMH's threads
 * one after the other.
 */
final class JmhLog implements OutputFormat {
  private final OutputFormat text;

  JmhLog(PrintStream log) {
    this.text = OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL);
  }

  @Override
  public void startBenchmark(BenchmarkParams params) {
    text.startBenchmark(params);
  }

  @Override
  public void endBenchmark(BenchmarkResult result) {
    text.endBenchmark(result);
  }

  @Override
  public void iteration(BenchmarkParams benchmark, IterationParams params, int iteration) {
    text.iteration(benchmark, params, iteration);
  }

  @Override
  public void iterationResult(
      BenchmarkParams benchmark, IterationParams params, int iteration, IterationResult data) {
    text.iterationResult(benchmark, params, iteration, data);
  }

  @Override
  public void startRun() {
    text.startRun();
  }

  @Override
  public void endRun(Collection<RunResult> result) {
    text.endRun(result);
  }

  @Override
  public void print(String line) {
    text.print(line);
  }

  @Override
  public void println(String line) {
    text.println(line);
  }

  @Override
  public void flush() {
    text.flush();
  }

  /** Keeps the log open: JMH closes its output after each fork. */
  @Override
  public void close() {
    text.flush();
  }

  @Override
  public void verbosePrintln(String line) {
    text.verbosePrintln(line);
  }

  @Override
  public void write(int b) {
    text.write(b);
  }

  @Override
  public void write(byte[] b) throws IOException {
    text.write(b);
  }
}
