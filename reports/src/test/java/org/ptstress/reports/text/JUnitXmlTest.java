package org.ptstress.reports.text;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.reports.verdict.VerdictClass;
import org.ptstress.reports.verdict.VerdictCounts;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.folder.Samples;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.VerdictRow;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** {@code junit.xml} by a parser and a schema. */
class JUnitXmlTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path temp;

  @Test
  void everyVerdictIsACaseAndNothingIsGreenThatWasNotConfirmed() throws Exception {
    RunFolder run = RunFolder.read(Samples.folder(Samples.ODD));
    Document written = parse(run);
    requireValid(written);
    Map<String, Element> cases = cases(written);
    assertThat(cases).hasSameSizeAs(run.verdicts());
    for (VerdictRow row : run.verdicts()) {
      assertThat(content(cases, row).getTagName())
          .as(row.toString())
          .isEqualTo(
              switch (VerdictClass.of(row)) {
                case HOLDS, BUG_SHOWN, DOES_NOT_APPLY -> "system-out";
                case PROMISE_BROKEN, BUG_NOT_FOUND -> "failure";
                case NOT_RUN -> "error";
              });
    }
    VerdictCounts counts = VerdictCounts.ofRows(run.verdicts());
    Element suites = written.getDocumentElement();
    assertThat(counts.contradicted()).isPositive();
    assertThat(suites.getAttribute("failures")).isEqualTo("" + counts.contradicted());
    assertThat(suites.getAttribute("errors")).isEqualTo("" + counts.notRun());
    assertThat(suites.getElementsByTagName("testsuite").getLength())
        .isEqualTo(run.run().designs().size());
  }

  @Test
  void aFailureHasTheCounterexample() throws Exception {
    RunFolder run = RunFolder.read(Samples.folder(Samples.ODD));
    VerdictRow broken =
        run.verdicts().stream()
            .filter(row -> VerdictClass.of(row) == VerdictClass.PROMISE_BROKEN)
            .findFirst()
            .orElseThrow();
    Element failure = content(cases(parse(run)), broken);
    assertThat(failure.getTextContent()).isEqualTo(Counterexample.of(run, broken));
    assertThat(failure.getAttribute("message")).isEqualTo(Counterexample.inOneLine(broken));
  }

  @Test
  void whatLacksOnlyCpusIsSkippedAndNoCharacterSpoilsTheFile() throws Exception {
    Path folder = Samples.copy(Samples.ODD, temp.resolve("run"));
    Path file = folder.resolve("verdicts.json");
    JsonNode rows = JSON.readTree(file.toFile());
    for (JsonNode row : rows) {
      ((ObjectNode) row).put("reason", "\u0001 <&>\"' \uD83D");
      if (row.path("verdict").asText().equals("NOT_RUN")) {
        row.path("evidence").forEach(item -> ((ObjectNode) item).put("tooFewCpus", true));
      }
    }
    JSON.writeValue(file.toFile(), rows);
    Document written = parse(RunFolder.read(folder));
    requireValid(written);
    assertThat(written.getElementsByTagName("skipped").getLength()).isEqualTo(1);
    assertThat(written.getElementsByTagName("error").getLength()).isZero();
    assertThat(written.getElementsByTagName("system-out").item(0).getTextContent())
        .contains("\uFFFD <&>\"' ");
  }

  /** Of a shard, too, an error is what it tried in vain. */
  @Test
  void whatOtherShardsDoIsSkipped() throws Exception {
    Path folder = Samples.copy(Samples.ODD, temp.resolve("run"));
    Path file = folder.resolve("verdicts.json");
    JsonNode rows = JSON.readTree(file.toFile());
    for (JsonNode row : rows) {
      if (row.path("verdict").asText().equals("NOT_RUN")) {
        row.path("evidence")
            .forEach(
                item -> {
                  if (!item.path("status").asText().equals("RUN")) {
                    ((ObjectNode) item).put("reason", Evidence.ELSEWHERE);
                  }
                });
      }
    }
    JSON.writeValue(file.toFile(), rows);
    Document written = parse(RunFolder.read(folder));
    requireValid(written);
    assertThat(written.getElementsByTagName("skipped").getLength()).isEqualTo(1);
    assertThat(written.getDocumentElement().getAttribute("errors")).isEqualTo("0");
  }

  @Test
  void theSchemaRefusesWhatNoServerCounts() throws Exception {
    Document written = parse(RunFolder.read(Samples.folder(Samples.ODD)));
    Element suite = (Element) written.getElementsByTagName("testsuite").item(0);
    suite.appendChild(written.createElement("testcase"));
    assertThatThrownBy(() -> requireValid(written)).isInstanceOf(SAXException.class);
  }

  private static Document parse(RunFolder run) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JUnitXml.write(run, out);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(out.toByteArray()));
  }

  private static void requireValid(Document document) throws Exception {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(JUnitXmlTest.class.getResource("junit.xsd"))
        .newValidator()
        .validate(new DOMSource(document));
  }

  private static Map<String, Element> cases(Document document) {
    Map<String, Element> cases = new HashMap<>();
    NodeList found = document.getElementsByTagName("testcase");
    for (int i = 0; i < found.getLength(); i++) {
      Element each = (Element) found.item(i);
      cases.put(each.getAttribute("classname") + " " + each.getAttribute("name"), each);
    }
    return cases;
  }

  private static Element content(Map<String, Element> cases, VerdictRow row) {
    return (Element)
        requireNonNull(cases.get(row.design() + " " + row.claim()), "no case").getFirstChild();
  }
}
