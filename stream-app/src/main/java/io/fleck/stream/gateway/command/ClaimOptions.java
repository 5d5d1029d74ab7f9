package io.fleck.stream.gateway.command;

import io.fleck.cli.CommandException;
import io.fleck.cli.Units;
import io.fleck.stream.claims.ClaimWriter;
import io.fleck.stream.connection.ConnectionOptions;
import io.fleck.stream.gateway.GatewaySettings;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where pictures go that are too large for a record; used as a picocli mixin. */
final class ClaimOptions {
    private static final String LARGEST_INLINE = "16MiB";

    @Option(
            names = "--claim-store",
            paramLabel = "URI",
            description =
                    "Put large pictures here and send claim checks for them: file:///FOLDER or s3://BUCKET/PREFIX."
                            + " How S3 is reached stands as claims.s3.* in --config or --command-config, or in the environment.")
    private @Nullable URI store;

    @Option(
            names = "--claim-above",
            paramLabel = "SIZE",
            description = "Pictures above this size are large (default: " + LARGEST_INLINE + ", the most that a record"
                    + " takes).")
    private @Nullable String above;

    /** A writer into the store, where one is named. */
    Optional<ClaimWriter> writer(ConnectionOptions connection) {
        if (store == null) {
            if (above != null) {
                throw CommandException.usage("--claim-above needs --claim-store: where do large pictures go?");
            }
            return Optional.empty();
        }
        try {
            return Optional.of(ClaimWriter.open(store, size(), connection.largestPicture(), connection.claims()));
        } catch (IllegalArgumentException e) {
            throw CommandException.usage("--claim-store " + store + ": " + e.getMessage());
        }
    }

    private long size() {
        String text = above == null ? LARGEST_INLINE : above;
        String allowed = "--claim-above " + text + " is not allowed; allowed is a size from 0B to " + LARGEST_INLINE;
        try {
            long bytes = Units.bytes(text);
            if (bytes > GatewaySettings.INLINE_LIMIT) {
                throw CommandException.usage(allowed);
            }
            return bytes;
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(allowed);
        }
    }
}
