package io.fleck.stream.deadletters.command;

import io.fleck.avro.CameraFrame;
import io.fleck.serdes.AvroDecoder;
import io.fleck.serdes.RegistryUnavailableException;
import io.fleck.serdes.UndecodableException;
import io.fleck.stream.deadletters.DeadLetter;
import java.util.Optional;

/**
 * Who sent the input of a dead letter, as far as its value says.
 *
 * @param camera camera id; empty where unknown
 * @param station station id; empty where unknown
 */
record Sender(String camera, String station) {
    private static final Sender UNKNOWN = new Sender("", "");

    /** Decodes the value, which many a dead letter does not allow; empty when the registry cannot serve. */
    static Optional<Sender> of(DeadLetter letter, AvroDecoder<CameraFrame> decoder) {
        try {
            CameraFrame frame = decoder.decode(letter.topic(), letter.record().value());
            return Optional.of(new Sender(frame.getCamera(), frame.getStation()));
        } catch (UndecodableException e) {
            return Optional.of(UNKNOWN);
        } catch (RegistryUnavailableException e) {
            return Optional.empty();
        }
    }

    static Sender unknown() {
        return UNKNOWN;
    }
}
