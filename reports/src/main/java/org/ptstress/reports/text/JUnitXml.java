package org.ptstress.reports.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.ptstress.reports.verdict.VerdictClass;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.result.VerdictRow;
import org.ptstress.run.unit.UnitSelection;

/**
 * The verdicts of a run in the format that CI servers read of JUnit: a suite for each design, a
 * case for each claim. What was contradicted is a failure, what was not judged an error, and
 * skipped where nothing but CPUs is missing, or what other shards do.
 */
public final class JUnitXml {
  private final RunFolder run;
  private final XMLStreamWriter xml;

  private JUnitXml(RunFolder run, XMLStreamWriter xml) {
    this.run = run;
    this.xml = xml;
  }

  /**
   * Writes the verdicts of all designs.
   *
   * @param run the run
   * @param out where to, as UTF-8; left open
   * @throws IOException if it cannot be written
   */
  public static void write(RunFolder run, OutputStream out) throws IOException {
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, UTF_8.name());
      xml.writeStartDocument(UTF_8.name(), "1.0");
      new JUnitXml(run, xml).suites();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void suites() throws XMLStreamException {
    open("testsuites", "ptstress " + run.run().profile(), run.verdicts());
    for (String design : run.run().designs()) {
      List<VerdictRow> rows =
          run.verdicts().stream().filter(row -> row.design().equals(design)).toList();
      open("testsuite", design, rows);
      for (VerdictRow row : rows) {
        testCase(row);
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void open(String element, String name, List<VerdictRow> rows) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeAttribute("name", name);
    count("tests", rows.size());
    count("failures", rows.stream().filter(row -> VerdictClass.of(row).isContradicted()).count());
    count("errors", rows.stream().filter(row -> isMissing(row) && !isSkipped(row)).count());
    count("skipped", rows.stream().filter(JUnitXml::isSkipped).count());
  }

  private void count(String name, long count) throws XMLStreamException {
    xml.writeAttribute(name, Long.toString(count));
  }

  private static boolean isMissing(VerdictRow row) {
    return VerdictClass.of(row) == VerdictClass.NOT_RUN;
  }

  private static boolean isSkipped(VerdictRow row) {
    return isMissing(row)
        && (VerdictClass.lacksOnlyCpus(row) || UnitSelection.isOpenElsewhere(row));
  }

  private void testCase(VerdictRow row) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", row.design());
    xml.writeAttribute("name", row.claim().name());
    switch (VerdictClass.of(row)) {
      case HOLDS, BUG_SHOWN, DOES_NOT_APPLY -> {
        xml.writeStartElement("system-out");
        String depth = ExploredDepth.of(row, run.explorations());
        xml.writeCharacters(printable((row.reason() + " " + depth).strip()));
        xml.writeEndElement();
      }
      case PROMISE_BROKEN ->
          problem("failure", row, Counterexample.inOneLine(row), Counterexample.of(run, row));
      case BUG_NOT_FOUND -> problem("failure", row, row.reason(), "");
      case NOT_RUN -> problem(isSkipped(row) ? "skipped" : "error", row, NotJudged.why(row), "");
    }
    xml.writeEndElement();
  }

  private void problem(String element, VerdictRow row, String message, String text)
      throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeAttribute("message", printable(message));
    xml.writeAttribute("type", VerdictClass.of(row).name());
    xml.writeCharacters(printable(text));
    xml.writeEndElement();
  }

  /** Without the characters that XML has no way to write. */
  private static String printable(String text) {
    return text.replaceAll(
        "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
  }
}
