package io.fleck.k8s.check;

import io.fleck.k8s.manifest.Manifests;
import java.util.List;

/** All kinds of agreement; one that is added has a line here. */
public final class CrossChecks {
    private static final List<CrossCheck> ALL = List.of(
            new SelectorsCheck(),
            new PortsCheck(),
            new ProbesCheck(),
            new VolumesCheck(),
            new ConfigurationCheck(),
            new ConnectionCheck(),
            new StopCheck(),
            new MemoryCheck(),
            new TopicsCheck(),
            new AccessCheck(),
            new BrokersCheck(),
            new ScalingCheck(),
            new MetricsCheck(),
            new HardeningCheck(),
            new NetworkCheck());

    private CrossChecks() {}

    /** Holds an overlay against itself and the code. */
    public static Findings check(Manifests manifests) {
        Findings findings = new Findings();
        Overlay overlay = Overlay.of(manifests);
        ALL.forEach(check -> check.check(overlay, findings));
        return findings;
    }
}
