package io.fleck.core.batch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BatchPolicyTest {
    @ParameterizedTest
    @CsvSource({
        "0,5,8,1,1,3,1000,maxBatchSize 0",
        "4,-1,8,1,1,3,1000,maxDelay",
        "4,5,3,1,1,3,1000,capacity 3",
        "4,5,8,0,1,3,1000,workers 0",
        "4,5,8,1,0,3,1000,preparers 0",
        "4,5,8,1,1,2,1000,isolationAttempts 2",
        "4,5,8,1,1,3,0,runTimeout"
    })
    void shouldNameTheSettingOutOfRange(
            int size, long delay, int capacity, int workers, int preparers, int attempts, long timeout, String named) {
        assertThatThrownBy(() -> new BatchPolicy(
                        size,
                        Duration.ofMillis(delay),
                        capacity,
                        workers,
                        preparers,
                        attempts,
                        Duration.ofMillis(timeout)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }
}
