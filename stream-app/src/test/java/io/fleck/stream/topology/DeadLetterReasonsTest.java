package io.fleck.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.core.image.DecodeException;
import io.fleck.serdes.UndecodableException;
import io.fleck.stream.claims.ClaimException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DeadLetterReasonsTest {
    @Test
    void shouldAllStandOnThePageForOperations() throws IOException {
        Set<String> reasons = Stream.of(
                        Arrays.stream(UndecodableException.Reason.values()).map(reason -> "AVRO_" + reason),
                        Arrays.stream(DecodeException.Reason.values()).map(reason -> "IMAGE_" + reason),
                        Arrays.stream(ClaimException.Reason.values()).map(reason -> "CLAIM_" + reason),
                        Arrays.stream(PoisonException.Fault.values()).map(PoisonException.Fault::name))
                .flatMap(stream -> stream)
                .collect(Collectors.toSet());
        List<String> page = Files.readAllLines(Path.of(System.getProperty("fleck.root", ".."), "docs/dead-letters.md"));
        Set<String> documented = page.stream()
                .filter(line -> line.matches("\\| `[A-Z_]+` \\|.*"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .collect(Collectors.toSet());
        assertThat(documented).as("reasons in docs/dead-letters.md").isEqualTo(reasons);
    }
}
