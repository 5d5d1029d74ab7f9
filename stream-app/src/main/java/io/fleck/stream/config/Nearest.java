package io.fleck.stream.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that a typing error most likely meant. */
final class Nearest {
    private Nearest() {}

    /** The candidate with the fewest edits; ties go to the first in alphabetical order. */
    static Optional<String> to(String word, Collection<String> candidates) {
        return candidates.stream().sorted().min(Comparator.comparingInt(candidate -> edits(word, candidate)));
    }

    /** Levenshtein distance: insertions, deletions and replacements that turn one word into the other. */
    static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
