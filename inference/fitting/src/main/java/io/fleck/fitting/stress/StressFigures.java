package io.fleck.fitting.stress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What a model keeps under stress.
 *
 * @param clean the pictures as they are: what {@code evaluate} says
 * @param levels a corruption at a severity each
 * @param curves detection by size and contrast
 * @param nothing part of pastes of nothing that raise an alarm where the picture did not
 */
public record StressFigures(Level clean, List<Level> levels, List<Detection> curves, double nothing) {
    /** Keeps copies. */
    public StressFigures {
        levels = List.copyOf(levels);
        curves = List.copyOf(curves);
    }

    /**
     * Figures of one corruption at one severity.
     *
     * @param corruption its name
     * @param severity 0 to {@link Corruption#STRONGEST}
     * @param auroc image AUROC; empty without good or without defective pictures
     * @param falseAlarmRate at the model's threshold, in [0, 1]; empty without good pictures or threshold
     * @param falseAlarmBound what the calibration allows among so many good pictures; empty as above
     */
    public record Level(
            String corruption,
            int severity,
            OptionalDouble auroc,
            OptionalDouble falseAlarmRate,
            OptionalDouble falseAlarmBound) {
        /** Whether more good pictures raise an alarm than the calibration allows. */
        public boolean broken() {
            return falseAlarmRate.orElse(0) > falseAlarmBound.orElse(1);
        }

        Map<String, Object> asMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("corruption", corruption);
            map.put("severity", severity);
            auroc.ifPresent(value -> map.put("image_auroc", value));
            falseAlarmRate.ifPresent(value -> map.put("false_alarm_rate", value));
            falseAlarmBound.ifPresent(value -> map.put("false_alarm_bound", value));
            return map;
        }
    }

    /**
     * How many spots are found.
     *
     * @param size diameter as a part of the picture's shorter side
     * @param contrast part of the range of levels
     * @param detected part of the spots that raise an alarm, in [0, 1]
     */
    public record Detection(double size, double contrast, double detected) {
        Map<String, Object> asMap() {
            return Map.of("size", size, "contrast", contrast, "detected", detected);
        }
    }

    /** The weakest severity at which a corruption raises more false alarms than allowed; empty where none does. */
    public OptionalInt breaksAt(String corruption) {
        return of(corruption).stream()
                .filter(Level::broken)
                .mapToInt(Level::severity)
                .min();
    }

    /** The levels of one corruption by severity, beginning with the pictures as they are. */
    public List<Level> of(String corruption) {
        return Stream.concat(
                        Stream.of(clean),
                        levels.stream().filter(level -> level.corruption().equals(corruption)))
                .toList();
    }

    /** Names of the corruptions. */
    public List<String> corruptions() {
        return levels.stream().map(Level::corruption).distinct().toList();
    }

    /** The list that the figures file holds, severity 0 first. */
    public List<Map<String, Object>> levelMaps() {
        List<Map<String, Object>> maps = new ArrayList<>();
        maps.add(clean.asMap());
        levels.forEach(level -> maps.add(level.asMap()));
        return maps;
    }

    /** The curves as the figures file holds them. */
    public List<Map<String, Object>> curveMaps() {
        return curves.stream().map(Detection::asMap).toList();
    }
}
