package io.fleck.core.wafer.semi;

import io.fleck.core.wafer.format.MapFile;
import io.fleck.core.wafer.format.WaferMapException;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The elements of an XML file, one after the other, by their names without prefix. Document types, and with them all
 * entities of one's own, are refused: nothing is read but the file, and nothing grows. Nesting is bounded.
 */
final class XmlEvents {
    private static final int DEPTH = 32;

    private final MapFile file;
    private final XMLStreamReader reader;
    private int depth;

    XmlEvents(MapFile file) {
        this.file = file;
        try {
            this.reader = factory().createXMLStreamReader(new ByteArrayInputStream(file.content()));
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    /** The JDK's own, whatever else is on the class path. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }

    /** Moves to where the next element begins or ends. False at the end of the file. */
    boolean next() {
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                refuse(event);
                if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                    return entered(event);
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    private boolean entered(int event) {
        depth += event == XMLStreamConstants.START_ELEMENT ? 1 : -1;
        if (depth > DEPTH) {
            throw error("", "elements lie more than " + DEPTH + " deep");
        }
        return true;
    }

    private void refuse(int event) {
        if (event == XMLStreamConstants.DTD) {
            throw error("DOCTYPE", "document types and entities are refused");
        }
        if (event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw error("", "the entity &" + reader.getLocalName() + "; is refused");
        }
    }

    /** Whether an element begins here; it ends here otherwise. */
    boolean begins() {
        return reader.isStartElement();
    }

    /** Name of the element, without prefix. */
    String name() {
        return reader.getLocalName();
    }

    /** An attribute by its name without prefix, stripped; empty where there is none or it is blank. */
    Optional<String> attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return Optional.of(reader.getAttributeValue(i).strip()).filter(value -> !value.isEmpty());
            }
        }
        return Optional.empty();
    }

    /** An attribute as it stands there: a blank may be a bin. */
    Optional<String> exactAttribute(String name) {
        return Optional.ofNullable(reader.getAttributeValue(null, name)).filter(value -> !value.isEmpty());
    }

    /** An attribute that must be there. */
    String required(String name) {
        return attribute(name).orElseThrow(() -> error(name, "it is missing in " + name()));
    }

    /** An attribute that is a whole number of at least 0, where it is there. */
    Optional<Integer> count(String name) {
        return attribute(name).map(value -> {
            try {
                int count = Integer.parseInt(value);
                if (count >= 0) {
                    return count;
                }
            } catch (NumberFormatException e) {
                throw error(name, "it is '" + shortened(value) + "'; it must be a whole number of at least 0", e);
            }
            throw error(name, "it is " + value + "; it must be a whole number of at least 0");
        });
    }

    /** An attribute that is a finite number of at least 0, where it is there. */
    Optional<Double> measure(String name) {
        return attribute(name).map(value -> {
            double number;
            try {
                number = Double.parseDouble(value);
            } catch (NumberFormatException e) {
                throw error(name, "it is '" + shortened(value) + "'; it must be a number", e);
            }
            if (!(number >= 0 && Double.isFinite(number))) {
                throw error(name, "it is " + value + "; it must be 0 or more");
            }
            return number;
        });
    }

    /** The text of the element that begins here, whole; moves to its end. */
    String text() {
        StringBuilder text = new StringBuilder();
        try {
            int event = reader.next();
            while (event != XMLStreamConstants.END_ELEMENT) {
                refuse(event);
                if (event == XMLStreamConstants.START_ELEMENT) {
                    throw error(reader.getLocalName(), "it stands where text is expected");
                }
                if (reader.isCharacters() || event == XMLStreamConstants.CDATA) {
                    text.append(reader.getText());
                }
                event = reader.next();
            }
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
        depth--;
        return text.toString();
    }

    /** Line of the element, from 1. */
    int line() {
        return reader.getLocation().getLineNumber();
    }

    /** An error here. */
    WaferMapException error(String field, String reason) {
        return error(line(), field, reason);
    }

    /** An error at a line. */
    WaferMapException error(int line, String field, String reason) {
        return new WaferMapException(file.name(), line, field, reason);
    }

    /** An error here with another behind it. */
    WaferMapException error(String field, String reason, Throwable cause) {
        return new WaferMapException(file.name(), line(), field, reason, cause);
    }

    private static String shortened(String value) {
        return value.length() > 40 ? value.substring(0, 40) + "..." : value;
    }

    private WaferMapException malformed(XMLStreamException e) {
        int line = e.getLocation() == null ? 0 : Math.max(e.getLocation().getLineNumber(), 0);
        String reason =
                String.valueOf(e.getMessage()).lines().reduce((a, b) -> b).orElse("");
        return new WaferMapException(file.name(), line, "", "it is no well-formed XML: " + reason, e);
    }
}
