package io.fleck.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.core.engine.EngineContract;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractGraphsTest {
    @Test
    void shouldDrawTheCommittedGraphs() throws IOException {
        for (Map.Entry<String, byte[]> graph : ContractGraphs.all().entrySet()) {
            try (InputStream committed = EngineContract.class.getResourceAsStream(graph.getKey())) {
                assertThat(committed).as("committed file %s", graph.getKey()).isNotNull();
                assertThat(committed.readAllBytes())
                        .as("%s, which ContractGraphs.main writes anew", graph.getKey())
                        .isEqualTo(graph.getValue());
            }
        }
    }
}
