package org.ptstress.reports.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.ptstress.reports.gate.GateRow;
import org.ptstress.reports.paired.PairedRow;
import org.ptstress.run.folder.WholeFile;

/** What other programs read of one gate. */
final class GateFiles {
  private static final String FAILURE = "failure";
  private static final String ERROR = "error";
  private static final String SKIPPED = "skipped";

  private GateFiles() {}

  /**
   * Writes the changes in the text format of OpenMetrics.
   *
   * @throws IOException if the file cannot be written
   */
  static void writeOpenMetrics(List<PairedRow> rows, Path file) throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            # TYPE ptstress_gate_speed gauge
            # HELP ptstress_gate_speed Millions of operations a second, the median of the forks.
            """);
    for (PairedRow each : rows) {
      GateRow row = each.row();
      text.append(metric(row, "baseline", row.baselineRatio()))
          .append(metric(row, "candidate", row.candidateRatio()));
    }
    WholeFile.write(linked(file), text.append("# EOF\n").toString());
  }

  private static String metric(GateRow row, String side, double speed) {
    return String.format(
        Locale.ROOT,
        "ptstress_gate_speed{benchmark=\"%s\",design=\"%s\",params=\"%s\",threads=\"%d\",side=\"%s\"}"
            + " %s\n",
        row.row().benchmark(),
        row.design(),
        row.params(),
        row.threads(),
        side,
        speed);
  }

  /**
   * Writes the verdicts as JUnit XML: what regressed as a failure, what was not compared as an
   * error, and what is inconclusive as skipped.
   *
   * @throws IOException if the file cannot be written
   */
  static void writeJunit(List<PairedRow> rows, Path file) throws IOException {
    WholeFile.write(linked(file), out -> writeJunit(rows, file, out));
  }

  /** The user has named this file: where it is a link, its target is meant. */
  private static Path linked(Path file) throws IOException {
    return Files.exists(file) ? file.toRealPath() : file;
  }

  private static void writeJunit(List<PairedRow> rows, Path file, OutputStream out)
      throws IOException {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", "ptstress gate");
      xml.writeAttribute("tests", Integer.toString(rows.size()));
      xml.writeAttribute("failures", count(rows, FAILURE));
      xml.writeAttribute("errors", count(rows, ERROR));
      xml.writeAttribute("skipped", count(rows, SKIPPED));
      for (PairedRow each : rows) {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", each.row().row().benchmark());
        xml.writeAttribute("name", each.row().label());
        String element = element(each);
        if (!element.isEmpty()) {
          xml.writeEmptyElement(element);
          xml.writeAttribute("message", message(each));
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

  private static String count(List<PairedRow> rows, String element) {
    return Long.toString(rows.stream().filter(row -> element(row).equals(element)).count());
  }

  /** What JUnit calls it; empty for a test that passed. */
  private static String element(PairedRow row) {
    if (row.problem() != null) {
      return ERROR;
    }
    return switch (row.row().verdict()) {
      case REGRESSED -> FAILURE;
      case INCONCLUSIVE -> SKIPPED;
      case IMPROVED, UNCHANGED -> "";
    };
  }

  private static String message(PairedRow row) {
    return row.problem() != null
        ? row.problem()
        : row.row().verdict() + ": " + row.row().change() + " " + row.row().detail();
  }
}
