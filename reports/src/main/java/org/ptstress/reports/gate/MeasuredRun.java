package org.ptstress.reports.gate;

import java.util.List;

/**
 * The measurements of one stored run.
 *
 * @param source where they were read, for messages
 * @param measurements one for each row
 */
public record MeasuredRun(String source, List<Measurement> measurements) {

  /** Copies the list. */
  public MeasuredRun {
    measurements = List.copyOf(measurements);
  }
}
