package io.fleck.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClosingTest {
    @Test
    void shouldCloseTheLastOpenedFirstAndGoOnAfterAFailure() {
        List<String> closed = new ArrayList<>();
        Closing closing = new Closing();
        closing.add((AutoCloseable) () -> closed.add("first"));
        closing.add((AutoCloseable) () -> {
            throw new IllegalStateException("cannot close");
        });
        closing.add((AutoCloseable) () -> closed.add("last"));
        closing.close();
        closing.close();
        assertThat(closed).containsExactly("last", "first");
    }
}
