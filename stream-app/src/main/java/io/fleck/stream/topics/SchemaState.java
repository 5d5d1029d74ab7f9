package io.fleck.stream.topics;

/** Where the schema of a topic's records stands in the registry. */
public sealed interface SchemaState {
    /** Subject of the topic's values. */
    String subject();

    /** Whether records can be written and read. */
    boolean fine();

    /** One line for people. */
    String describe();

    /**
     * It is registered, and every version there can be read with it and it with every version.
     *
     * @param subject subject
     * @param id the registry's id of the schema
     */
    record Registered(String subject, int id) implements SchemaState {
        @Override
        public boolean fine() {
            return true;
        }

        @Override
        public String describe() {
            return "registered " + subject + ": schema " + id;
        }
    }

    /**
     * It is not registered and may be.
     *
     * @param subject subject
     * @param versions versions that are there
     */
    record Unregistered(String subject, int versions) implements SchemaState {
        @Override
        public boolean fine() {
            return false;
        }

        @Override
        public String describe() {
            return "register " + subject + ": " + (versions == 0 ? "no version yet" : "version " + (versions + 1));
        }
    }

    /**
     * It contradicts a version that is there.
     *
     * @param subject subject
     * @param version the first version that it contradicts
     * @param detail in which way
     */
    record Incompatible(String subject, int version, String detail) implements SchemaState {
        @Override
        public boolean fine() {
            return false;
        }

        @Override
        public String describe() {
            return "incompatible " + subject + ": with version " + version + ": " + detail;
        }
    }
}
