package io.fleck.fitting.report;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A piece of markup. */
interface Node {
    /** Writes the piece, escaped. */
    void writeTo(XMLStreamWriter out) throws XMLStreamException;

    /** Characters; whatever they are, they are no markup. */
    static Node text(String text) {
        return out -> out.writeCharacters(printable(text));
    }

    /** Replaces characters that XML cannot hold (a file name can): controls and halves of a surrogate pair. */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().map(Node::allowed).forEach(printable::appendCodePoint);
        return printable.toString();
    }

    private static int allowed(int codePoint) {
        boolean control = codePoint < 0x20 && codePoint != '\t' && codePoint != '\n';
        boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        boolean nonCharacter = codePoint == 0xFFFE || codePoint == 0xFFFF;
        return control || half || nonCharacter ? 0xFFFD : codePoint;
    }
}
