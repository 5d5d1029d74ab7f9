package io.fleck.load.flink;

/** A frame as it lies in Kafka. A Flink POJO: public fields and an empty constructor, so that Flink copies no Java objects. */
public final class RawFrame {
    /** Topic that it came from. */
    public String topic = "";

    /** Partition, from 0. */
    public int partition;

    /** Offset, from 0. */
    public long offset;

    /** Camera id in UTF-8. */
    public byte[] key = {};

    /** A CameraFrame in Confluent's wire format. */
    public byte[] value = {};
}
