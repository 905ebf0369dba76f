package io.tokenpace.bench.report;

import java.io.Writer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** One suite in the form that Ant's and Maven's JUnit reports have, and every build server reads. */
final class JunitDocument {
    private static final int MOST_CHARS = 4_000;

    private final XMLStreamWriter xml;
    private String suite = "";

    JunitDocument(Writer out) throws XMLStreamException {
        xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
    }

    void begin(Suite begun) throws XMLStreamException {
        suite = begun.name();
        xml.writeStartDocument("UTF-8", "1.0");
        line(0);
        xml.writeStartElement("testsuites");
        counts(begun);
        line(1);
        xml.writeStartElement("testsuite");
        counts(begun);
        attribute("skipped", "0");
        Optional<String> moment = timestamp(begun.start());
        if (moment.isPresent()) {
            attribute("timestamp", moment.get());
        }
        properties(begun.properties());
    }

    private void counts(Suite begun) throws XMLStreamException {
        attribute("name", begun.name());
        attribute("tests", Integer.toString(begun.tests()));
        attribute("failures", Integer.toString(begun.failures()));
        attribute("errors", Integer.toString(begun.errors()));
        attribute("time", String.format(Locale.ROOT, "%.3f", begun.seconds()));
    }

    private void properties(List<Property> properties) throws XMLStreamException {
        line(2);
        xml.writeStartElement("properties");
        for (Property property : properties) {
            line(3);
            xml.writeEmptyElement("property");
            attribute("name", property.name());
            attribute("value", property.value());
        }
        line(2);
        xml.writeEndElement();
    }

    void passed(String name) throws XMLStreamException {
        line(2);
        xml.writeEmptyElement("testcase");
        identify(name);
    }

    void failed(String name, String type, String message, String text) throws XMLStreamException {
        notPassed(name, "failure", type, message, text);
    }

    void undecided(String name, String type, String message) throws XMLStreamException {
        notPassed(name, "error", type, message, message);
    }

    private void notPassed(String name, String element, String type, String message, String text)
            throws XMLStreamException {
        line(2);
        xml.writeStartElement("testcase");
        identify(name);
        line(3);
        xml.writeStartElement(element);
        attribute("message", message);
        attribute("type", type);
        xml.writeCharacters(allowed(text));
        xml.writeEndElement();
        line(2);
        xml.writeEndElement();
    }

    /** The load is the suite's; a look at its figures takes no time. */
    private void identify(String name) throws XMLStreamException {
        attribute("name", name);
        attribute("classname", suite);
        attribute("time", "0");
    }

    void end() throws XMLStreamException {
        line(1);
        xml.writeEndElement();
        line(0);
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.writeCharacters("\n");
        xml.flush();
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, allowed(value));
    }

    /** Seconds without a zone, as Ant's schema wants them. */
    private static Optional<String> timestamp(String start) {
        try {
            String moment = Instant.parse(start).truncatedTo(ChronoUnit.SECONDS).toString();
            return Optional.of(moment.substring(0, moment.length() - 1));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Some characters cannot stand in XML at all, not even escaped. */
    private static String allowed(String text) {
        String cut = text.length() > MOST_CHARS ? text.substring(0, MOST_CHARS) + "…" : text;
        return cut.replaceAll("[^\\t\\n\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }

    /**
     * The head of the suite.
     *
     * @param seconds how long it took
     * @param start in UTC
     */
    record Suite(
            String name, int tests, int failures, int errors, double seconds, String start, List<Property> properties) {
        Suite {
            properties = List.copyOf(properties);
        }
    }

    /** Something a reader may want to know of the suite. */
    record Property(String name, String value) {}
}
