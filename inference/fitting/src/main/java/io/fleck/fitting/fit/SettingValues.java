package io.fleck.fitting.fit;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Values of a fitter's settings as a user wrote them, defaults for the others. Every refusal says the range. */
public final class SettingValues {
    private final List<Fitter.Setting> settings;
    private final Map<String, String> given;

    /**
     * Takes values.
     *
     * @param settings of the fitter
     * @param given by name
     */
    public SettingValues(List<Fitter.Setting> settings, Map<String, String> given) {
        this.settings = List.copyOf(settings);
        this.given = Map.copyOf(given);
    }

    /** The text of a setting. */
    public String text(String name) {
        String value = given.get(name);
        return value != null
                ? value
                : settings.stream()
                        .filter(setting -> setting.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .defaultValue();
    }

    /**
     * A whole number.
     *
     * @throws FitException when it is none or out of range
     */
    public int whole(String name, int least, int most) {
        String range = most == Integer.MAX_VALUE ? "of at least " + least : "from " + least + " to " + most;
        return (int) number(
                name, value -> value >= least && value <= most && value == Math.rint(value), "a whole number " + range);
    }

    /**
     * A number above the first and at most the second.
     *
     * @throws FitException when it is none or out of range
     */
    public double upTo(String name, double above, double most) {
        return number(
                name,
                value -> value > above && value <= most,
                "a number above " + plain(above) + " and at most " + plain(most));
    }

    /**
     * A number between two that are not allowed themselves.
     *
     * @throws FitException when it is none or out of range
     */
    public double between(String name, double above, double below) {
        return number(
                name,
                value -> value > above && value < below,
                "a number above " + plain(above) + " and below " + plain(below));
    }

    /**
     * A number from the first to the second.
     *
     * @throws FitException when it is none or out of range
     */
    public double from(String name, double least, double most) {
        return number(
                name, value -> value >= least && value <= most, "a number from " + plain(least) + " to " + plain(most));
    }

    private double number(String name, Predicate<Double> allowed, String range) {
        String text = text(name);
        try {
            double value = Double.parseDouble(text);
            if (allowed.test(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new FitException(name + " '" + text + "' is not " + range, e);
        }
        throw new FitException(name + " " + text + " is not " + range);
    }

    /** Whole numbers without a fraction. */
    public static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    /**
     * One of some words.
     *
     * @throws FitException when it is another
     */
    public String choice(String name, String... allowed) {
        String text = text(name);
        if (!List.of(allowed).contains(text)) {
            throw new FitException(name + " '" + text + "'; allowed are " + String.join(" and ", allowed));
        }
        return text;
    }
}
