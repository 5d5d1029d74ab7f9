package io.fleck.stream.topology;

import io.fleck.avro.CameraFrame;
import io.fleck.avro.ClaimCheck;
import io.fleck.stream.claims.ClaimException;
import io.fleck.stream.claims.Claims;
import io.fleck.stream.outage.Circuit;
import io.fleck.stream.outage.Dependency;
import io.fleck.stream.topology.PoisonException.Fault;
import java.nio.ByteBuffer;

/** The bytes of a frame's picture, from the record itself or from where it says that they lie. Thread-safe. */
final class ClaimedPictures {
    private final Claims claims;
    private final Circuit circuit;

    ClaimedPictures(Claims claims, Circuit circuit) {
        this.claims = claims;
        this.circuit = circuit;
    }

    /**
     * The encoded picture. One in its record is a view of Kafka's bytes; a claimed one is fetched, which may wait for its
     * store.
     *
     * @throws PoisonException when the claimed picture can never be had
     * @throws io.fleck.stream.outage.OutageException when its store is away for longer than a frame may wait
     */
    ByteBuffer of(CameraFrame frame) {
        ClaimCheck check = frame.getClaimCheck();
        if (check == null) {
            return frame.getBytes();
        }
        if (frame.getBytes().hasRemaining()) {
            throw new PoisonException(
                    Fault.FRAME_INVALID,
                    "bytes has " + frame.getBytes().remaining() + " bytes; beside a claimCheck it has to be empty");
        }
        try {
            return circuit.call(Dependency.CLAIM_STORE, () -> claims.fetch(check));
        } catch (ClaimException e) {
            throw PoisonException.of(e);
        }
    }
}
