package io.fleck.stream.topics;

/** One way in which the cluster differs from what is wanted. */
public sealed interface TopicDifference {
    /** Name of the topic on the cluster. */
    String topic();

    /** Whether the application cannot work before it is mended. */
    boolean blocking();

    /** One line for people. */
    String describe();

    /**
     * There is no such topic.
     *
     * @param topic name on the cluster
     * @param wanted how it is to be laid out
     */
    record Missing(String topic, TopicSettings wanted) implements TopicDifference {
        @Override
        public boolean blocking() {
            return true;
        }

        @Override
        public String describe() {
            String copies = wanted.replication().isPresent()
                    ? wanted.replication().getAsInt() + " copies"
                    : "the broker's number of copies";
            return "create " + topic + ": " + wanted.partitions() + " partitions, " + copies + ", " + wanted.configs();
        }
    }

    /**
     * A setting has another value.
     *
     * @param topic name on the cluster
     * @param key Kafka's name of the setting
     * @param actual its value; empty when the cluster names none
     * @param wanted the value that it should have
     * @param blocking whether records would be refused or lost with the actual one
     */
    record OtherConfig(String topic, String key, String actual, String wanted, boolean blocking)
            implements TopicDifference {
        @Override
        public String describe() {
            return "change " + topic + ": " + key + " from " + actual + " to " + wanted;
        }
    }

    /**
     * There are too few partitions.
     *
     * @param topic name on the cluster
     * @param actual number there
     * @param wanted number wanted, larger
     */
    record TooFewPartitions(String topic, int actual, int wanted) implements TopicDifference {
        @Override
        public boolean blocking() {
            return false;
        }

        @Override
        public String describe() {
            return "extend " + topic + ": from " + actual + " to " + wanted
                    + " partitions (keys move to other partitions: pause the gateways and let the application drain)";
        }
    }

    /**
     * Something that cannot be changed in place.
     *
     * @param topic name on the cluster
     * @param what partitions or copies
     * @param actual number there
     * @param wanted number wanted
     */
    record Unchangeable(String topic, String what, int actual, int wanted) implements TopicDifference {
        @Override
        public boolean blocking() {
            return false;
        }

        @Override
        public String describe() {
            return "leave " + topic + ": it has " + actual + " " + what + ", wanted are " + wanted
                    + "; this cannot be changed in place";
        }
    }
}
