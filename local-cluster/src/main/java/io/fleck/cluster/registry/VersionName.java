package io.fleck.cluster.registry;

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
}
