package io.fleck.stream.topology;

import io.fleck.stream.claims.ClaimException;
import io.fleck.stream.claims.ClaimStoreUnavailableException;
import io.fleck.stream.claims.Claims;
import io.fleck.stream.metrics.InspectionMetrics;
import io.fleck.stream.outage.Circuit;
import io.fleck.stream.outage.Dependency;
import io.fleck.stream.outage.OutageException;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/** Fetches the pictures that lie outside of their records. Safe for use by several threads. */
final class ClaimedPictures {
    private final Claims claims;
    private final Circuit circuit;
    private final InspectionMetrics metrics;
    private final LongSupplier nanoTime;

    ClaimedPictures(Claims claims, Circuit circuit, InspectionMetrics metrics, LongSupplier nanoTime) {
        this.claims = claims;
        this.circuit = circuit;
        this.metrics = metrics;
        this.nanoTime = nanoTime;
    }

    /**
     * Fetches a picture that is not there, in one attempt.
     *
     * @return the picture
     * @throws PoisonException when it can never be had
     * @throws ClaimStoreUnavailableException when its store does not serve it just now
     */
    FramePicture fetch(FramePicture picture) {
        if (picture.fetched()) {
            return picture;
        }
        long start = nanoTime.getAsLong();
        try {
            picture.arrived(claims.fetch(picture.claim()));
        } catch (ClaimException e) {
            throw PoisonException.of(e);
        }
        metrics.stage("fetch", nanoTime.getAsLong() - start);
        return picture;
    }

    /**
     * Fetches a picture that is not there, and again while its store is away and patience lasts.
     *
     * @throws PoisonException when it can never be had
     * @throws OutageException when patience is over
     */
    void fetchAgain(FramePicture picture) {
        FramePicture unused = circuit.call(Dependency.CLAIM_STORE, () -> fetch(picture));
    }

    /** What a stream thread has to throw that has waited for a picture for as long as it may. */
    OutageException giveBack(FramePicture picture, TimeoutException waited) {
        ClaimStoreUnavailableException reason = new ClaimStoreUnavailableException(
                picture.claim().getUri() + ": no picture within the bound of a commit", waited);
        return circuit.suspend(Dependency.CLAIM_STORE, () -> fetch(picture), reason);
    }
}
