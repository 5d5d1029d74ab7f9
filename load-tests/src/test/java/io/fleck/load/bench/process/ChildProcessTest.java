package io.fleck.load.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fleck.load.bench.measure.BenchException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    /** Says something and waits to be told to end, or ends with the exit code that it is given. */
    static final class SpeakingMain {
        private SpeakingMain() {}

        public static void main(String[] arguments) throws InterruptedException {
            System.out.println("started with " + List.of(arguments));
            if (arguments.length > 0) {
                System.exit(Integer.parseInt(arguments[0]));
            }
            new CountDownLatch(1).await();
        }
    }

    @TempDir
    private Path folder;

    private ChildProcess start(String... arguments) {
        return ChildProcess.start(
                "the child",
                folder.resolve("child.log"),
                List.of("-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                System.getProperty("java.class.path"),
                SpeakingMain.class.getName(),
                List.of(arguments));
    }

    @Test
    void shouldRunUntilItIsClosed() throws InterruptedException {
        ProcessHandle handle;
        try (ChildProcess child = start()) {
            handle = child.handle();
            while (child.lastWords().isEmpty()) {
                child.pause(10);
            }
            assertThat(child.lastWords()).isEqualTo("started with []");
            assertThat(handle.isAlive()).isTrue();
        }
        assertThat(handle.isAlive()).as("it lives on").isFalse();
    }

    @Test
    void shouldSayWhatItSaidLastWhenItEndsByItself() {
        try (ChildProcess child = start("3")) {
            assertThatExceptionOfType(BenchException.class)
                    .isThrownBy(() -> child.pause(60_000))
                    .withMessageContaining("the child ended with exit code 3")
                    .withMessageContaining("started with [3]");
        }
    }
}
