package io.fleck.cluster.registry;

import java.util.List;
import java.util.Optional;

/** What stands for a version in a path: a number from 1, or {@code latest}, which may also be written -1. */
record VersionName(int number) {
    private static final int LATEST = -1;

    static VersionName of(String text) throws Refusal {
        if (text.equals("latest")) {
            return new VersionName(LATEST);
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 || number == LATEST) {
                return new VersionName(number);
            }
        } catch (NumberFormatException e) {
            throw Refusal.invalidVersion(text);
        }
        throw Refusal.invalidVersion(text);
    }

    boolean latest() {
        return number == LATEST;
    }

    /** The version of this name among versions in order. */
    Optional<SchemaVersion> in(List<SchemaVersion> versions) {
        return versions.stream()
                .filter(version -> latest() || version.version() == number)
                .reduce((older, newer) -> newer);
    }
}
