package io.fleck.stream.claims;

import static io.fleck.stream.claims.Checks.CONTENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What holds for every store, against one whose bytes and time are made up. */
class ClaimsTest {
    private static final URI LOCATION = URI.create("made-up:/a");
    private static final Duration LIMIT = Duration.ofMillis(100);

    private final AtomicLong clock = new AtomicLong();
    private final AtomicInteger closed = new AtomicInteger();

    /** Hands its bytes over a thousand at a time, each of which takes so long. */
    private final class SlowBytes extends ByteArrayInputStream {
        private final Duration each;

        SlowBytes(byte[] bytes, Duration each) {
            super(bytes);
            this.each = each;
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            clock.addAndGet(each.toNanos());
            return super.read(target, offset, Math.min(length, 1000));
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    private Claims claims(long length, InputStream content) {
        ClaimStore store = new ClaimStore() {
            @Override
            public ClaimObject open(URI location) {
                return new ClaimObject(length, content);
            }

            @Override
            public void put(URI location, ByteBuffer bytes) {
                throw new AssertionError("only read");
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        return new Claims(Map.of("made-up", store), 1 << 20, LIMIT, clock::get);
    }

    @Test
    void shouldPutThePiecesTogether() {
        Claims claims = claims(CONTENT.length, new SlowBytes(CONTENT, Duration.ZERO));
        assertThat(claims.fetch(Checks.of(LOCATION, CONTENT))).isEqualTo(ByteBuffer.wrap(CONTENT));
        assertThat(closed).as("content closed").hasValue(1);
        claims.close();
        assertThat(closed).as("store closed").hasValue(2);
    }

    @Test
    void shouldGiveUpAStoreThatTricklesAndSayWhichSettingDecides() {
        Claims claims = claims(CONTENT.length, new SlowBytes(CONTENT, Duration.ofMillis(1)));
        Checks.assertAway(claims, Checks.of(LOCATION, CONTENT), "within 100 ms, the limit of claims.timeout");
        assertThat(closed).hasValue(1);
    }

    @Test
    void shouldTakeWhatIsCompleteAlsoWhenItIsLate() {
        Claims claims = claims(500, new SlowBytes(Checks.content(3, 500), Duration.ofSeconds(1)));
        assertThat(claims.fetch(Checks.of(LOCATION, Checks.content(3, 500))).remaining())
                .isEqualTo(500);
    }

    @Test
    void shouldTryAgainWhatEndsTooEarly() {
        Claims claims = claims(CONTENT.length, new SlowBytes(new byte[5000], Duration.ZERO));
        Checks.assertAway(claims, Checks.of(LOCATION, CONTENT), "ended after 5000 of 300000 bytes");
    }

    @Test
    void shouldReadNothingOfAnObjectOfAnotherLength() {
        SlowBytes unread = new SlowBytes(CONTENT, Duration.ofSeconds(1));
        Checks.assertRefused(
                claims(1L << 50, unread),
                Checks.of(LOCATION, CONTENT),
                ClaimException.Reason.LENGTH,
                "1125899906842624 bytes are there");
        assertThat(clock).as("no time spent on reading").hasValue(0);
        assertThat(closed).hasValue(1);
    }
}
