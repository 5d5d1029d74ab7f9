package io.fleck.stream.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ResourcesTest {
    private final List<String> closed = new ArrayList<>();
    private final Resources resources = new Resources();

    private AutoCloseable named(String name) {
        return () -> closed.add(name);
    }

    @Test
    void shouldCloseTheLastOpenedFirstAndEachOnce() {
        resources.add(named("models"));
        resources.add(named("registry"));
        resources.add(named("stream"));
        resources.close();
        resources.close();
        assertThat(closed).containsExactly("stream", "registry", "models");
    }

    @Test
    void shouldCloseTheOthersWhenOneFails() {
        resources.add(named("models"));
        resources.add(() -> {
            throw new IOException("the socket is gone");
        });
        resources.add(named("stream"));
        resources.close();
        assertThat(closed).containsExactly("stream", "models");
    }

    @Test
    void shouldKeepAnInterruptThatCameWhileClosing() {
        resources.add(() -> {
            throw new InterruptedException();
        });
        resources.close();
        assertThat(Thread.interrupted()).as("interrupt flag").isTrue();
    }
}
