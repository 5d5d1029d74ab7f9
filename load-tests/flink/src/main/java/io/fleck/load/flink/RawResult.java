package io.fleck.load.flink;

/** A result as it will lie in Kafka. A Flink POJO: public fields and an empty constructor. */
public final class RawResult {
    /** As the frame's. */
    public byte[] key = {};

    /** An InspectionResult in Confluent's wire format. */
    public byte[] value = {};
}
