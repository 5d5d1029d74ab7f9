package io.fleck.fitting.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * One element of HTML or SVG with its attributes and children.
 *
 * <p>The JDK's XML writer escapes whatever is written, so a file name is never markup, and the page is HTML and
 * well-formed XML at once. Not safe for use by several threads.
 */
final class Element implements Node {
    /** HTML's elements without an end tag. */
    private static final Set<String> VOID = Set.of("meta", "br", "img");

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Node> children = new ArrayList<>();

    private Element(String name) {
        this.name = name;
    }

    static Element of(String name) {
        return new Element(name);
    }

    static Element of(String name, String cssClass) {
        return new Element(name).with("class", cssClass);
    }

    Element with(String attribute, String value) {
        attributes.put(attribute, Node.printable(value));
        return this;
    }

    /** A coordinate or size, to a hundredth of a pixel. */
    Element with(String attribute, double value) {
        return with(attribute, Texts.coordinate(value));
    }

    Element add(Node child) {
        children.add(child);
        return this;
    }

    Element addAll(Collection<? extends Node> more) {
        children.addAll(more);
        return this;
    }

    Element text(String text) {
        return add(Node.text(text));
    }

    @Override
    public void writeTo(XMLStreamWriter out) throws XMLStreamException {
        if (VOID.contains(name)) {
            out.writeEmptyElement(name);
            writeAttributes(out);
            return;
        }
        out.writeStartElement(name);
        writeAttributes(out);
        for (Node child : children) {
            child.writeTo(out);
        }
        out.writeEndElement();
    }

    private void writeAttributes(XMLStreamWriter out) throws XMLStreamException {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            out.writeAttribute(attribute.getKey(), attribute.getValue());
        }
    }
}
