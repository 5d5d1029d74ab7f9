package io.fleck.load.drive;

import io.fleck.avro.CameraFrame;
import io.fleck.avro.FrameFormat;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Ways in which an input can never be inspected. */
enum Poison {
    /** The value is in another format than Confluent's. */
    FOREIGN {
        @Override
        ProducerRecord<String, byte[]> spoil(String topic, CameraFrame frame, Function<CameraFrame, byte[]> bytes) {
            byte[] value = bytes.apply(frame);
            value[0] = '{';
            return new ProducerRecord<>(topic, frame.getCamera(), value);
        }
    },
    /** The value ends in the middle. */
    TRUNCATED {
        @Override
        ProducerRecord<String, byte[]> spoil(String topic, CameraFrame frame, Function<CameraFrame, byte[]> bytes) {
            byte[] value = bytes.apply(frame);
            return new ProducerRecord<>(topic, frame.getCamera(), Arrays.copyOf(value, value.length / 2));
        }
    },
    /** The schema's id is not the registry's. */
    UNKNOWN_SCHEMA {
        @Override
        ProducerRecord<String, byte[]> spoil(String topic, CameraFrame frame, Function<CameraFrame, byte[]> bytes) {
            byte[] value = bytes.apply(frame);
            ByteBuffer.wrap(value).putInt(1, Integer.MAX_VALUE);
            return new ProducerRecord<>(topic, frame.getCamera(), value);
        }
    },
    /** There is no value. */
    NO_VALUE {
        @Override
        ProducerRecord<String, byte[]> spoil(String topic, CameraFrame frame, Function<CameraFrame, byte[]> bytes) {
            return new ProducerRecord<>(topic, frame.getCamera(), null);
        }
    },
    /** The key is not the camera. */
    FOREIGN_KEY {
        @Override
        ProducerRecord<String, byte[]> spoil(String topic, CameraFrame frame, Function<CameraFrame, byte[]> bytes) {
            return new ProducerRecord<>(topic, "not-" + frame.getCamera(), bytes.apply(frame));
        }
    },
    /** Fewer pixels than width and height promise. */
    TOO_FEW_PIXELS {
        @Override
        ProducerRecord<String, byte[]> spoil(String topic, CameraFrame frame, Function<CameraFrame, byte[]> bytes) {
            CameraFrame spoilt = CameraFrame.newBuilder(frame)
                    .setHeight(frame.getHeight() + 1)
                    .build();
            return new ProducerRecord<>(topic, frame.getCamera(), bytes.apply(spoilt));
        }
    },
    /** Pixels that are said to be a JPEG file. */
    NO_PICTURE {
        @Override
        ProducerRecord<String, byte[]> spoil(String topic, CameraFrame frame, Function<CameraFrame, byte[]> bytes) {
            CameraFrame spoilt =
                    CameraFrame.newBuilder(frame).setFormat(FrameFormat.JPEG).build();
            return new ProducerRecord<>(topic, frame.getCamera(), bytes.apply(spoilt));
        }
    };

    /**
     * A record that carries the frame in a form that nobody can inspect.
     *
     * @param bytes how a frame is written, into an array of its own
     */
    abstract ProducerRecord<String, byte[]> spoil(String topic, CameraFrame frame, Function<CameraFrame, byte[]> bytes);

    /** The kinds in turn. */
    static Poison of(long number) {
        return values()[(int) (number % values().length)];
    }
}
