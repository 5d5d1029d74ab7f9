package io.fleck.fitting.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgedTest {
    private static final List<Candidate> CANDIDATES = Candidate.all();

    private static Judged judged(int candidate, double auroc, double milliseconds) {
        return new Judged(CANDIDATES.get(candidate), auroc, milliseconds);
    }

    @Test
    void shouldTakeTheHighest() {
        Judged good = judged(0, 0.8, 10);
        Judged better = judged(1, 0.9, 20);

        assertThat(Judged.best(List.of(good, better), 100)).contains(better);
    }

    @Test
    void shouldTakeTheFasterOfThoseThatAreAsGood() {
        Judged fast = judged(0, 0.9, 10);
        Judged slow = judged(1, 0.9005, 20);

        assertThat(Judged.best(List.of(slow, fast), 100)).contains(fast);
    }

    @Test
    void shouldLeaveOutWhatIsBeyondTheBudget() {
        Judged fast = judged(0, 0.7, 10);
        Judged slow = judged(1, 0.99, 20);

        assertThat(Judged.best(List.of(slow, fast), 15)).contains(fast);
        assertThat(Judged.best(List.of(slow, fast), 5)).isEmpty();
    }

    @Test
    void shouldCarryItsFiguresUnderTheirNames() {
        assertThat(judged(0, 0.5, 2).asMap())
                .isEqualTo(Map.of("detector", "gaussian", "judged", 0.5, "ms_per_image", 2.0));
    }

    @Test
    void shouldTryEveryDetectorThereIsOnceByName() {
        assertThat(CANDIDATES)
                .extracting(Candidate::name)
                .containsExactly("gaussian", "memory", "memory whitening=1", "blend");
        assertThat(CANDIDATES.get(2).recipe().settings()).containsEntry("whitening", "1");
    }
}
