package org.ptstress.reports.gate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.ptstress.run.cost.CostChange;
import org.ptstress.run.cost.CostComparison;
import org.ptstress.run.folder.WholeFile;

/** What other programs read of a comparison of jars. */
public final class GateFiles {
  private static final String FAILURE = "failure";
  private static final String ERROR = "error";
  private static final String SKIPPED = "skipped";

  private GateFiles() {}

  /**
   * Writes the speeds in the text format of OpenMetrics.
   *
   * @param report the comparison
   * @param file where to write
   * @throws IOException if the file cannot be written
   */
  public static void writeOpenMetrics(GateReport report, Path file) throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            # TYPE ptstress_gate_speed gauge
            # HELP ptstress_gate_speed Millions of operations a second, the median of the forks.
            """);
    for (TimedRow row : report.timed()) {
      text.append(metric(row, "baseline", row.baseline()))
          .append(metric(row, "candidate", row.candidate()));
    }
    WholeFile.write(linked(file), text.append("# EOF\n").toString());
  }

  private static String metric(TimedRow row, String side, List<Double> forks) {
    return String.format(
        Locale.ROOT,
        "ptstress_gate_speed{benchmark=\"%s\",design=\"%s\",params=\"%s\",threads=\"%d\",side=\"%s\"}"
            + " %s\n",
        row.row().benchmark(),
        row.row().design(),
        row.row().paramsBesideDesign(),
        row.row().threads(),
        side,
        TimedRow.median(forks) / 1e6);
  }

  /** A test case: its class and name, and what JUnit calls its end, empty if it passed. */
  private record Case(String group, String name, String element, String message) {
    static Case of(CostComparison costs) {
      String element =
          switch (GateVerdict.of(costs)) {
            case REGRESSED -> FAILURE;
            case INCONCLUSIVE -> SKIPPED;
            case IMPROVED, UNCHANGED -> "";
          };
      String changes =
          costs.changes().stream().map(CostChange::text).collect(Collectors.joining("; "));
      return new Case(
          "counts", costs.design(), element, changes + String.join(" ", costs.problems()));
    }

    static Case of(TimedRow row) {
      String problem = row.problem();
      String name = row.row().toString();
      if (problem != null) {
        return new Case(row.row().benchmark(), name, ERROR, problem);
      }
      String element =
          switch (row.verdict()) {
            case REGRESSED -> FAILURE;
            case INCONCLUSIVE -> SKIPPED;
            case IMPROVED, UNCHANGED -> "";
          };
      String message = row.verdict() + ": " + row.change() + " " + row.detail();
      return new Case(row.row().benchmark(), name, element, message);
    }
  }

  /**
   * Writes the verdicts as JUnit XML: what regressed as a failure, what was not compared as an
   * error, and what is inconclusive as skipped.
   *
   * @param report the comparison
   * @param file where to write
   * @throws IOException if the file cannot be written
   */
  public static void writeJunit(GateReport report, Path file) throws IOException {
    List<Case> cases = new ArrayList<>();
    report.costs().forEach(costs -> cases.add(Case.of(costs)));
    report.timed().forEach(row -> cases.add(Case.of(row)));
    WholeFile.write(linked(file), out -> writeJunit(cases, file, out));
  }

  /** The user has named this file: where it is a link, its target is meant. */
  private static Path linked(Path file) throws IOException {
    return Files.exists(file) ? file.toRealPath() : file;
  }

  private static void writeJunit(List<Case> cases, Path file, OutputStream out) throws IOException {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", "ptstress gate");
      xml.writeAttribute("tests", Integer.toString(cases.size()));
      xml.writeAttribute("failures", count(cases, FAILURE));
      xml.writeAttribute("errors", count(cases, ERROR));
      xml.writeAttribute("skipped", count(cases, SKIPPED));
      for (Case each : cases) {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", each.group());
        xml.writeAttribute("name", each.name());
        if (!each.element().isEmpty()) {
          xml.writeEmptyElement(each.element());
          xml.writeAttribute("message", each.message());
        }
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException("The JUnit file " + file + " cannot be written.", e);
    }
  }

  private static String count(List<Case> cases, String element) {
    return Long.toString(cases.stream().filter(each -> each.element().equals(element)).count());
  }
}
