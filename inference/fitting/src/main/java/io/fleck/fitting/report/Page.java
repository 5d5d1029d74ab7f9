package io.fleck.fitting.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An HTML page whose style is inside and whose policy forbids every browser to load anything. */
final class Page {
    private static final String STYLE = "report.css";
    private static final String POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

    private Page() {}

    /**
     * Writes a page; its folder is made where missing.
     *
     * @throws ReportException when the file cannot be written
     */
    static void write(Path file, String html) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, html);
        } catch (IOException e) {
            throw new ReportException("--report " + file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    /** The whole file. */
    static String of(String title, Element content) {
        Element html = Element.of("html")
                .with("lang", "en")
                .add(head(title))
                .add(Element.of("body").add(content));
        StringWriter file = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newFactory().createXMLStreamWriter(file);
            out.writeDTD("<!DOCTYPE html>");
            html.writeTo(out);
            out.close();
        } catch (XMLStreamException e) {
            throw new ReportException("the report's markup cannot be written: " + e.getMessage(), e);
        }
        return file.append('\n').toString();
    }

    private static Element head(String title) {
        return Element.of("head")
                .add(Element.of("meta").with("charset", "utf-8"))
                .add(Element.of("meta")
                        .with("http-equiv", "Content-Security-Policy")
                        .with("content", POLICY))
                .add(Element.of("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"))
                .add(Element.of("title").text(title))
                .add(Element.of("style").text(style()));
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(STYLE), STYLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ReportException("the report's style sheet cannot be read: " + e.getMessage(), e);
        }
    }
}
