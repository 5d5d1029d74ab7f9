package io.fleck.core.wafer.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

class CauseSearchTest {
    private static final CauseSearch SEARCH = new CauseSearch(CauseSearch.SHUFFLES, 0);

    /** Lots of 25 wafers: a tool and a recipe a lot, a slot and an id a wafer. */
    private static List<WaferHistory> history(
            int wafers, SplittableRandom random, BiPredicate<Map<String, String>, SplittableRandom> affected) {
        List<WaferHistory> history = new ArrayList<>();
        Map<String, String> lot = Map.of();
        for (int i = 0; i < wafers; i++) {
            if (i % 25 == 0) {
                lot = Map.of(
                        "tool", "T" + random.nextInt(12),
                        "recipe", "R" + random.nextInt(5),
                        "lot", "L" + i / 25);
            }
            Map<String, String> attributes = new HashMap<>(lot);
            attributes.put("slot", String.valueOf(1 + i % 25));
            attributes.put("wafer", "W" + i);
            history.add(new WaferHistory(
                    attributes.getOrDefault("lot", ""), attributes, affected.test(attributes, random)));
        }
        return history;
    }

    private static boolean chance(SplittableRandom random, double probability) {
        return random.nextDouble() < probability;
    }

    @Test
    void shouldNameTheGuiltyToolAndNoIdentifier() {
        List<WaferHistory> wafers = history(
                4000,
                new SplittableRandom(1),
                (attributes, random) -> chance(random, "T7".equals(attributes.get("tool")) ? 0.25 : 0.05));
        List<Suspect> suspects = SEARCH.suspects(wafers);
        Suspect first = suspects.get(0);
        assertThat(first.values()).isEqualTo(Map.of("tool", "T7"));
        assertThat(first.pValue()).isEqualTo(1 / 200.0);
        assertThat(first.rate()).isBetween(0.18, 0.32);
        assertThat(suspects.stream().filter(suspect -> suspect.pValue() <= 0.05))
                .as("an id, a recipe or a slot is never suspect beside the tool")
                .allMatch(suspect -> suspect.values().getOrDefault("tool", "").equals("T7"));
    }

    @Test
    void shouldNameTheGuiltySlot() {
        List<WaferHistory> wafers = history(
                1000,
                new SplittableRandom(2),
                (attributes, random) -> chance(random, "25".equals(attributes.get("slot")) ? 0.7 : 0.04));
        Suspect first = SEARCH.suspects(wafers).get(0);
        assertThat(first.values()).isEqualTo(Map.of("slot", "25"));
        assertThat(first.wafers()).isEqualTo(40);
        assertThat(first.pValue()).isLessThan(0.02);
    }

    @Test
    void shouldNameThePairWhereOnlyBothTogetherAreGuilty() {
        SplittableRandom random = new SplittableRandom(3);
        List<WaferHistory> wafers = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            String tool = "T" + random.nextInt(6);
            String recipe = "R" + random.nextInt(4);
            boolean guilty = tool.equals("T2") && recipe.equals("R1");
            wafers.add(new WaferHistory(
                    "", Map.of("tool", tool, "recipe", recipe, "wafer", "W" + i), chance(random, guilty ? 0.5 : 0.05)));
        }
        assertThat(SEARCH.suspects(wafers).get(0).values()).isEqualTo(Map.of("tool", "T2", "recipe", "R1"));
    }

    @Test
    void shouldSuspectNothingByChanceMoreOftenThanStated() {
        int accused = 0;
        int trials = 200;
        for (int trial = 0; trial < trials; trial++) {
            List<WaferHistory> wafers =
                    history(300, new SplittableRandom(trial), (attributes, random) -> chance(random, 0.1));
            List<Suspect> suspects = new CauseSearch(99, trial).suspects(wafers);
            accused += !suspects.isEmpty() && suspects.get(0).pValue() <= 0.05 ? 1 : 0;
        }
        // Binomial(200, 0.05): mean 10, deviation 3.1.
        assertThat(accused).isBetween(1, 22);
    }

    @Test
    void shouldNotCountTheWafersOfALotAsSoManyWitnesses() {
        // One lot in ten shows the signature, whatever its tool: wafer by wafer some tool would look guilty every time.
        int accused = 0;
        for (int trial = 0; trial < 40; trial++) {
            SplittableRandom lots = new SplittableRandom(100 + trial);
            Map<String, Boolean> affected = new HashMap<>();
            List<WaferHistory> wafers = history(
                    1000,
                    new SplittableRandom(trial),
                    (attributes, random) ->
                            affected.computeIfAbsent(attributes.getOrDefault("lot", ""), lot -> chance(lots, 0.1)));
            List<Suspect> suspects = new CauseSearch(99, trial).suspects(withoutLot(wafers));
            accused += !suspects.isEmpty() && suspects.get(0).pValue() <= 0.05 ? 1 : 0;
        }
        assertThat(accused).isLessThanOrEqualTo(8);
    }

    private static List<WaferHistory> withoutLot(List<WaferHistory> wafers) {
        return wafers.stream()
                .map(wafer -> {
                    Map<String, String> attributes = new HashMap<>(wafer.attributes());
                    attributes.remove("lot");
                    return new WaferHistory(wafer.lot(), attributes, wafer.affected());
                })
                .toList();
    }

    @Test
    void shouldGiveTheSameForTheSameSeed() {
        List<WaferHistory> wafers = history(500, new SplittableRandom(4), (attributes, random) -> chance(random, 0.1));
        assertThat(new CauseSearch(49, 8).suspects(wafers)).isEqualTo(new CauseSearch(49, 8).suspects(wafers));
    }

    @Test
    void shouldLeaveOutWhatIsNotKnown() {
        List<WaferHistory> wafers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            boolean affected = i % 3 == 0;
            wafers.add(new WaferHistory(
                    "", affected ? Map.of("tool", "T1", "recipe", " ") : Map.of("tool", "T2"), affected));
        }
        assertThat(SEARCH.suspects(wafers)).extracting(Suspect::values).containsExactly(Map.of("tool", "T1"));
    }

    @Test
    void shouldSayNothingWhereAllOrNoWafersShowTheSignature() {
        assertThat(SEARCH.suspects(List.of())).isEmpty();
        assertThat(SEARCH.suspects(List.of(new WaferHistory("L1", Map.of("tool", "T1"), true))))
                .isEmpty();
        assertThat(SEARCH.suspects(history(50, new SplittableRandom(0), (attributes, random) -> false)))
                .isEmpty();
        assertThat(SEARCH.suspects(history(50, new SplittableRandom(0), (attributes, random) -> true)))
                .isEmpty();
    }

    @Test
    void shouldRefuseTooFewShuffles() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CauseSearch(10, 0))
                .withMessageContaining("shuffles 10; at least 19");
    }
}
