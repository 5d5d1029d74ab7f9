package io.fleck.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntegrationPageTest {
    private static final Path ROOT = Path.of(System.getProperty("fleck.root", ".."));

    @ParameterizedTest
    @ValueSource(strings = {"docs/examples/produce_frame.py", "docs/examples/consume_results.py"})
    void shouldQuoteTheScriptsThatAreTested(String script) throws IOException {
        String page = Files.readString(ROOT.resolve("docs/integration.md"));
        String begin = "<!-- " + script + " -->\n```python\n";
        assertThat(page).as("place of %s", script).contains(begin);
        String quoted = page.substring(page.indexOf(begin) + begin.length());
        assertThat(quoted.substring(0, quoted.indexOf("```\n")))
                .as("quotation of %s; copy the script into the page", script)
                .isEqualTo(Files.readString(ROOT.resolve(script)));
    }
}
