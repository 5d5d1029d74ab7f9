package io.fleck.fitting.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class ElementTest {
    private static String page(Element content) {
        return Page.of("A title", content);
    }

    @Test
    void shouldEscapeTextAndAttributes() {
        String hostile = "\"/><script>alert('x')</script>&amp;";
        String page = page(Element.of("p").with("title", hostile).text(hostile));
        Document parsed = Pages.parse(page);

        assertThat(page).doesNotContain("<script");
        assertThat(parsed.getElementsByTagName("p").item(0).getTextContent()).isEqualTo(hostile);
        assertThat(Pages.attribute(parsed, "p", "title")).isEqualTo(hostile);
    }

    @Test
    void shouldReplaceCharactersThatAPageCannotHold() {
        Document parsed =
                Pages.parse(page(Element.of("p").with("title", "b\u0000").text("a\u0001\uD800z\uFFFF\uD83D\uDE00")));

        assertThat(parsed.getElementsByTagName("p").item(0).getTextContent())
                .isEqualTo("a\uFFFD\uFFFDz\uFFFD\uD83D\uDE00");
        assertThat(Pages.attribute(parsed, "p", "title")).isEqualTo("b\uFFFD");
    }

    @Test
    void shouldEndEveryElementSoThatHtmlReadsItTheSameWay() {
        String page = page(Element.of("div", "bar").add(Element.of("br")));

        assertThat(page).contains("<div class=\"bar\"><br/></div>").startsWith("<!DOCTYPE html>");
        assertThat(page(Element.of("div", "bar"))).contains("<div class=\"bar\"></div>");
    }

    @Test
    void shouldForbidTheBrowserToLoadAnything() {
        Document parsed = Pages.parse(page(Element.of("main")));

        assertThat(Pages.attributes(parsed, "meta", "content"))
                .anySatisfy(policy -> assertThat(policy).contains("default-src 'none'"));
    }

    @Test
    void shouldWriteAStyleSheetThatHtmlAndXmlReadAlike() {
        String page = page(Element.of("main"));
        String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));

        assertThat(style)
                .as("HTML does not resolve entities inside style")
                .doesNotContain("&")
                .contains(".tile");
    }

    @Test
    void shouldWriteCoordinatesShortAndWithAPoint() {
        assertThat(page(Element.of("i").with("x", 1.23456).with("y", -0.001).with("z", 10.0)))
                .contains("<i x=\"1.23\" y=\"-0\" z=\"10\">");
    }
}
