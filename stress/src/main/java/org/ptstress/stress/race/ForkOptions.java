package org.ptstress.stress.race;

import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.infra.runners.SpinLoopStyle;

/**
 * The jcstress options that a fork depends on. They are set without parsing, because the parser
 * measures for seconds how many CPUs can be kept busy.
 */
final class ForkOptions extends Options {
  private final Sampling sampling;

  ForkOptions(Sampling sampling) {
    super(new String[0]);
    this.sampling = sampling;
  }

  @Override
  public int getIterations() {
    return sampling.iterations();
  }

  @Override
  public int getTime() {
    return sampling.millis();
  }

  @Override
  public int getStrideSize() {
    return sampling.strideSize();
  }

  @Override
  public int getStrideCount() {
    return sampling.strideCount();
  }

  @Override
  public SpinLoopStyle getSpinStyle() {
    return SpinLoopStyle.THREAD_SPIN_WAIT;
  }
}
