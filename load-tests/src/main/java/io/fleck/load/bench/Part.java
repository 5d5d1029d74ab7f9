package io.fleck.load.bench;

/** Parts of a benchmark that can be left out. */
enum Part {
    /** Added latency at shares of the knee, under both guarantees. */
    LATENCY,
    /** Kafka to Kafka with an engine that computes nothing. */
    CEILING,
    /** The Flink job, where it is built. */
    FLINK
}
