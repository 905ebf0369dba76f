package io.tokenpace.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenpace.bench.result.SloResult;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JunitReportTest {
    /** Returns the report, read back by a parser that holds it to the schema. */
    private static Element suite(Results results) throws Exception {
        String text = new JunitReport().render(results.result());
        validate(text);
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)));
        return (Element) document.getElementsByTagName("testsuite").item(0);
    }

    private static void validate(String text) throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JunitReportTest.class.getResource("junit.xsd"))
                .newValidator()
                .validate(new StreamSource(new StringReader(text)));
    }

    private static Element only(Element parent, String name) {
        assertThat(parent.getElementsByTagName(name).getLength()).isEqualTo(1);
        return (Element) parent.getElementsByTagName(name).item(0);
    }

    @Test
    void shouldPassWhereTheRunIsValidAndItsObjectiveHeld() throws Exception {
        Element suite = suite(Results.good().objective("errors<5%", 0, SloResult.Status.HELD));
        assertThat(suite.getAttribute("tests")).isEqualTo("2");
        assertThat(suite.getAttribute("failures")).isEqualTo("0");
        assertThat(suite.getAttribute("errors")).isEqualTo("0");
        assertThat(suite.getAttribute("time")).isEqualTo("20.000");
        assertThat(suite.getAttribute("timestamp")).isEqualTo("2026-11-20T20:38:00");
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(2);
    }

    @Test
    void shouldNameTestsTheSameInEveryRun() throws Exception {
        Element test = only(suite(Results.good()), "testcase");
        assertThat(test.getAttribute("classname")).isEqualTo("tokenpace.sonnet");
        assertThat(test.getAttribute("name")).isEqualTo("run is valid");
    }

    @Test
    void shouldFailWithTheReasonsOfAnInvalidRun() throws Exception {
        Element suite = suite(Results.good().broken("cpu", "3 % stolen; use another machine"));
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        Element failure = only(suite, "failure");
        assertThat(((Element) failure.getParentNode()).getAttribute("name")).isEqualTo("run is valid");
        assertThat(failure.getAttribute("message")).isEqualTo("the figures are not to be believed: cpu");
        assertThat(failure.getTextContent()).isEqualTo("cpu: 3 % stolen; use another machine");
    }

    @Test
    void shouldFailWithTheFigureThatMissedAnObjective() throws Exception {
        Element suite = suite(Results.good().objective("ttft.p99<800ms", 912.34, SloResult.Status.MISSED));
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(only(suite, "failure").getTextContent()).isEqualTo("ttft.p99<800ms: observed 912.3");
    }

    @Test
    void shouldBeAnErrorWhereAnObjectiveCannotBeDecided() throws Exception {
        Element suite = suite(Results.good().objective("ttft.p99<800ms", 700, SloResult.Status.UNDECIDED));
        assertThat(suite.getAttribute("failures")).isEqualTo("0");
        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(only(suite, "error").getAttribute("message"))
                .isEqualTo("ttft.p99<800ms: observed 700.0, which too few values decide");
    }

    @Test
    void shouldStayXmlWhateverAServiceSays() throws Exception {
        String hostile = "]]></failure><script>\u0000\u001b\uD800\uFFFF & \"'";
        Element failure = only(suite(Results.good().broken("target", hostile).ofModel(hostile)), "failure");
        assertThat(failure.getTextContent()).contains("]]></failure><script>").contains("& \"'");
    }

    @Test
    void shouldBeHeldToASchemaThatRefusesOtherDocuments() {
        String other = new JunitReport().render(Results.good().result()).replace("tests=\"1\"", "tests=\"all\"");
        assertThatThrownBy(() -> validate(other)).isInstanceOf(SAXException.class);
    }
}
