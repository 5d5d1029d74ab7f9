package io.fleck.stream.config;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Keys with a name in the middle: {@code models.NAME.path}. The attribute has no dot, so the name may have some.
 *
 * @param prefix what they start with, dot included
 */
record Family(String prefix) {
    /** Placeholder for the name on the configuration page. */
    static final String ANY = "<name>";

    /** The names that occur. */
    SortedSet<String> names(Collection<String> keys) {
        SortedSet<String> names = new TreeSet<>();
        for (String key : keys) {
            int end = key.lastIndexOf('.');
            if (key.startsWith(prefix) && end > prefix.length()) {
                names.add(key.substring(prefix.length(), end));
            }
        }
        return names;
    }

    /** The key of an attribute. */
    String key(String name, String attribute) {
        return prefix + name + "." + attribute;
    }
}
