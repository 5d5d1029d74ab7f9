package io.fleck.core.wafer.klarf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.wafer.format.SampleMaps;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KlarfScannerTest {
    private static KlarfScanner of(String text, boolean braces) {
        return new KlarfScanner(SampleMaps.file(text), braces);
    }

    private static List<String> tokens(String text, boolean braces) {
        KlarfScanner scanner = of(text, braces);
        List<String> tokens = new ArrayList<>();
        while (scanner.next() != Token.END) {
            tokens.add(scanner.kind() + " " + scanner.text() + " " + scanner.line());
        }
        return tokens;
    }

    @Test
    void shouldPartASemicolonFromTheValueItTouches() {
        assertThat(tokens("Slot 1;\r\n A 2 ;", false))
                .containsExactly("WORD Slot 1", "WORD 1 1", "SEMICOLON ; 1", "WORD A 2", "WORD 2 2", "SEMICOLON ; 2");
    }

    @Test
    void shouldKeepSemicolonsOfTexts() {
        assertThat(tokens("\"a; b\"\"\";", false)).containsExactly("TEXT a; b 1", "TEXT  1", "SEMICOLON ; 1");
    }

    @Test
    void shouldKnowBracesOnlyWhereAsked() {
        assertThat(tokens("F 2{-1,2}", true))
                .containsExactly("WORD F 1", "WORD 2 1", "OPEN { 1", "WORD -1 1", "COMMA , 1", "WORD 2 1", "CLOSE } 1");
        assertThat(tokens("a{b,c}", false)).containsExactly("WORD a{b,c} 1");
    }

    @Test
    void shouldSkipAByteOrderMark() {
        assertThat(tokens("\uFEFFSlot", false)).containsExactly("WORD Slot 1");
    }

    @Test
    void shouldRefuseATextWithoutEnd() {
        KlarfScanner scanner = of("Slot\n\"abc\nd\"", false);
        scanner.next();

        assertThatThrownBy(scanner::next)
                .hasMessage("sample line 2: a text begins with a quote and does not end on its line");
    }

    @Test
    void shouldNameAValueThatIsNoNumber() {
        KlarfScanner scanner = of("1.5 abc 99999999999", false);
        scanner.next();
        assertThatThrownBy(() -> scanner.integer("Slot"))
                .hasMessage("sample line 1: Slot: it is '1.5'; it must be a whole number");
        assertThat(scanner.number("Slot")).isEqualTo(1.5);
        scanner.next();
        assertThatThrownBy(() -> scanner.number("Slot")).hasMessageContaining("it is 'abc'; it must be a number");
        scanner.next();
        assertThatThrownBy(() -> scanner.integer("Slot")).hasMessageContaining("a whole number");
        scanner.next();
        assertThatThrownBy(() -> scanner.number("Slot")).hasMessageContaining("it is the end of the file");
    }

    @Test
    void shouldNeverShowMoreThanALineOfAValue() {
        KlarfScanner scanner = of("x".repeat(100_000), false);
        scanner.next();

        assertThat(scanner.shown()).hasSizeLessThan(70).endsWith("...'");
    }
}
