package org.ptstress.reports.gate;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Compares fingerprints of machines: speeds of one say nothing about those of another. */
final class Machines {
  private static final String PARTS = "; ";

  private Machines() {}

  /**
   * The differences of two fingerprints, such as {@code there "2 CPUs", here "4 CPUs"}; or nothing.
   */
  static String difference(String there, String here) {
    return there.equals(here)
        ? ""
        : "there \"%s\", here \"%s\"".formatted(beside(there, here), beside(here, there));
  }

  /** The parts of a fingerprint that another one does not have. */
  private static String beside(String fingerprint, String other) {
    List<String> own = List.of(fingerprint.split(PARTS));
    List<String> others = List.of(other.split(PARTS));
    return own.size() != others.size()
        ? fingerprint
        : IntStream.range(0, own.size())
            .filter(i -> !own.get(i).equals(others.get(i)))
            .mapToObj(own::get)
            .collect(Collectors.joining(PARTS));
  }
}
