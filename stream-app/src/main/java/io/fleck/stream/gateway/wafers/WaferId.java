package io.fleck.stream.gateway.wafers;

import io.fleck.core.wafer.BinMap;
import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.Defects;
import io.fleck.core.wafer.DieLayout;
import io.fleck.core.wafer.WaferIdentity;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Identity of a wafer's map: the same map sent again, from whatever file, has the same id. It is a SHA-256 over everything
 * that the map says, in the order of the types' components; what is unknown counts as such.
 */
public final class WaferId {
    private WaferId() {}

    /**
     * The id of a map.
     *
     * @return 64 lower-case hexadecimal digits
     */
    public static String of(DefectMap map) {
        MessageDigest digest = sha256();
        try (DataOutputStream out =
                new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            write(out, map.identity());
            write(out, map);
            write(out, map.defects());
            out.writeBoolean(map.bins().isPresent());
            if (map.bins().isPresent()) {
                write(out, map.bins().get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a digest writes nowhere", e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void write(DataOutputStream out, WaferIdentity wafer) throws IOException {
        out.writeUTF(wafer.lot());
        out.writeUTF(wafer.wafer());
        out.writeInt(wafer.slot().orElse(0));
        out.writeUTF(wafer.step());
        out.writeUTF(wafer.product());
        out.writeUTF(wafer.tool());
        out.writeUTF(wafer.recipe());
        out.writeUTF(wafer.inspectedAt().map(Instant::toString).orElse(""));
    }

    private static void write(DataOutputStream out, DefectMap map) throws IOException {
        DieLayout dies = map.geometry().dies();
        out.writeDouble(map.geometry().diameterMm());
        out.writeDouble(dies.pitchX());
        out.writeDouble(dies.pitchY());
        out.writeDouble(dies.originX());
        out.writeDouble(dies.originY());
        out.writeUTF(map.geometry().notch().name());
    }

    private static void write(DataOutputStream out, Defects defects) throws IOException {
        write(out, defects.x());
        write(out, defects.y());
        write(out, defects.dieX());
        write(out, defects.dieY());
        write(out, defects.size());
        write(out, defects.classNumber());
    }

    private static void write(DataOutputStream out, BinMap bins) throws IOException {
        out.writeInt(bins.rows());
        out.writeInt(bins.columns());
        write(out, bins.bins());
        write(out, bins.failBins());
    }

    private static void write(DataOutputStream out, float[] values) throws IOException {
        out.writeInt(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    private static void write(DataOutputStream out, int[] values) throws IOException {
        out.writeInt(values.length);
        for (int value : values) {
            out.writeInt(value);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
