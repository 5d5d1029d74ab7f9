package io.fleck.fitting.report;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads pages as XML, which refuses whatever is not well-formed. */
final class Pages {
    private Pages() {}

    static Document parse(String page) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(page)));
        } catch (SAXException | ParserConfigurationException | IOException e) {
            throw new AssertionError("the page is not well-formed: " + e.getMessage(), e);
        }
    }

    static String attribute(Document page, String element, String attribute) {
        return attributes(page, element, attribute).get(0);
    }

    static List<String> attributes(Document page, String element, String attribute) {
        List<String> values = new ArrayList<>();
        for (Element found : elements(page, element)) {
            if (found.hasAttribute(attribute)) {
                values.add(found.getAttribute(attribute));
            }
        }
        return values;
    }

    /** The text of all elements of a class. */
    static List<String> texts(Document page, String cssClass) {
        return elements(page, "*").stream()
                .filter(found -> List.of(found.getAttribute("class").split(" ")).contains(cssClass))
                .map(Element::getTextContent)
                .toList();
    }

    static List<Element> elements(Document page, String name) {
        NodeList nodes = page.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
