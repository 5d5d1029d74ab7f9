package io.fleck.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for conditions, with a deadline that only a failure reaches. */
public final class Eventually {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final long LOOK_MILLIS = 10;

    private Eventually() {}

    /** Returns once the condition holds. */
    public static void holds(BooleanSupplier condition) throws InterruptedException {
        holds("the condition", condition);
    }

    /** Returns once the condition holds; the text says what did not come to hold. */
    public static void holds(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        CountDownLatch never = new CountDownLatch(1);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - deadline)
                    .as("%s within %s", what, LIMIT)
                    .isNegative();
            assertThat(never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)).isFalse();
        }
    }
}
