package io.fleck.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UseCountTest {
    private final UseCount count = new UseCount();

    @Test
    void shouldLetTheCloserFreeWhatNobodyUses() {
        assertThat(count.enter()).isTrue();
        assertThat(count.leave()).as("last of an open engine").isFalse();
        assertThat(count.close()).as("closer").isTrue();
        assertThat(count.close()).as("second closer").isFalse();
    }

    @Test
    void shouldLetTheLastRunFreeWhatIsClosed() {
        count.enter();
        count.enter();
        assertThat(count.close()).as("closer").isFalse();
        assertThat(count.leave()).as("first to leave").isFalse();
        assertThat(count.enter()).as("entering once closed").isFalse();
        assertThat(count.leave()).as("last to leave").isTrue();
    }

    @Test
    void shouldFreeExactlyOnceWhateverTheOrder() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 2_000; round++) {
                assertThat(freedBy(new UseCount(), threads))
                        .as("round %d", round)
                        .isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static int freedBy(UseCount shared, ExecutorService threads) throws Exception {
        AtomicInteger freed = new AtomicInteger();
        List<Future<?>> tasks = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            tasks.add(threads.submit(() -> {
                while (shared.enter()) {
                    if (shared.leave()) {
                        freed.incrementAndGet();
                    }
                }
            }));
        }
        tasks.add(threads.submit(() -> {
            if (shared.close()) {
                freed.incrementAndGet();
            }
        }));
        for (Future<?> task : tasks) {
            task.get(30, TimeUnit.SECONDS);
        }
        return freed.get();
    }
}
