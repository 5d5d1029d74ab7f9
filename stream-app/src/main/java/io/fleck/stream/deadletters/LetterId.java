package io.fleck.stream.deadletters;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a dead letter stands in its topic, written {@code PARTITION-OFFSET}. Its own position and not its input's: it is
 * unique also where an input became a dead letter twice, and the record is found without a search.
 *
 * @param partition from 0
 * @param offset from 0
 */
public record LetterId(int partition, long offset) {
    private static final Pattern FORMAT = Pattern.compile("(\\d{1,9})-(\\d{1,18})");

    /**
     * Reads an id.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static LetterId parse(String text) {
        Matcher matcher = FORMAT.matcher(text.trim());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no id of a dead letter; expected is PARTITION-OFFSET,"
                    + " such as 3-17, as list prints it");
        }
        return new LetterId(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    @Override
    public String toString() {
        return partition + "-" + offset;
    }
}
