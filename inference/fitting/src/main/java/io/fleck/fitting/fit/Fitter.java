package io.fleck.fitting.fit;

import java.util.List;
import java.util.Map;

/**
 * A kind of detector that can be fitted. Stateless.
 *
 * <p>To add one: implement this and add a line to {@code Fitters}; the contract test then covers it.
 */
public interface Fitter {
    /** Name on the command line and in model.json. */
    String name();

    /** Its settings, in the order in which help lists them. */
    List<Setting> settings();

    /**
     * A recipe with these settings, defaults for the others.
     *
     * @param values by name; every name is one of {@link #settings}
     * @throws FitException when a value is out of range; the message says the range
     */
    Recipe configure(Map<String, String> values);

    /**
     * A setting.
     *
     * @param name lower case
     * @param defaultValue when it is not given
     * @param description one line: unit and range
     */
    record Setting(String name, String defaultValue, String description) {}
}
