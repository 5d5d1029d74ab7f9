package io.fleck.k8s.check;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fleck.stream.config.FleckConfig;
import io.fleck.stream.topics.Topic;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Heap and limit hold what docs/operations.md, "Memory", says that an instance takes when it has all partitions, for frames
 * as the pod's annotations describe them.
 */
final class MemoryCheck implements CrossCheck {
    private static final long MIB = 1L << 20;
    private static final String BYTES = "fleck.io/frame-bytes";
    private static final String SIZE = "fleck.io/frame-size";
    private static final Pattern HEAP = Pattern.compile("-Xmx(\\d+)m\\b");
    /** Fetched for each thread and broker; outcomes of each thread; what the heap holds beside frames. */
    private static final long FETCH = 64 * MIB;

    private static final long OUTCOMES = 64 * MIB;
    private static final long BESIDE = 200 * MIB;
    /** One cell for each 8 x 8 pixels of the model's input of 256 x 256, 4 bytes each. */
    private static final long MAP = 4 * 32 * 32;
    /** Outside of the heap: for each worker of a model; the virtual machine's own code, threads and buffers. */
    private static final long WORKER = 50 * MIB;

    private static final long MACHINE = 300 * MIB;

    @Override
    public void check(Overlay overlay, Findings findings) {
        overlay.configuration()
                .config()
                .ifPresent(config -> overlay.application()
                        .ifPresent(deployment -> overlay.applicationContainer()
                                .ifPresent(container -> memory(overlay, config, deployment, container, findings))));
    }

    private static void memory(
            Overlay overlay, FleckConfig config, Deployment deployment, Container container, Findings findings) {
        long heap = heap(container);
        long needed = needed(overlay, config, deployment);
        findings.require(
                heap >= needed,
                "-Xmx is " + heap / MIB + " MiB; settings and frames of this size need " + needed / MIB + " MiB");
        Quantity limit = Map.copyOf(container.getResources().getLimits()).get("memory");
        long least = heap
                + WORKER * config.engine().options().workers() * config.models().size()
                + MACHINE;
        findings.require(
                limit != null && limit.getNumericalAmount().longValue() >= least,
                "the memory limit is " + limit + "; the heap and what lies beside it need " + least / MIB + " MiB");
        findings.requireEqual(
                "the memory request",
                String.valueOf(container.getResources().getRequests().get("memory")),
                String.valueOf(limit));
    }

    private static long heap(Container container) {
        return container.getEnv().stream()
                .filter(variable -> variable.getName().equals("JAVA_TOOL_OPTIONS") && variable.getValue() != null)
                .map(variable -> HEAP.matcher(variable.getValue()))
                .filter(Matcher::find)
                .mapToLong(options -> Long.parseLong(options.group(1)) * MIB)
                .findFirst()
                .orElse(0);
    }

    private static long needed(Overlay overlay, FleckConfig config, Deployment deployment) {
        Map<String, String> annotations =
                Overlay.labels(deployment.getSpec().getTemplate().getMetadata().getAnnotations());
        long encoded = Long.parseLong(annotations.getOrDefault(BYTES, "0"));
        long decoded = Arrays.stream(annotations.getOrDefault(SIZE, "0x0x0").split("x", -1))
                .mapToLong(Long::parseLong)
                .reduce(1, Math::multiplyExact);
        long partitions = config.topics().layout().settings(Topic.FRAMES).partitions();
        long brokers = overlay.manifests().all(KafkaNodePool.class).stream()
                .mapToInt(pool -> pool.getSpec().getReplicas())
                .sum();
        return config.stream().threads() * (brokers * FETCH + OUTCOMES)
                + partitions
                        * (config.stream().framesBuffered() + config.stream().framesPerPoll())
                        * encoded
                + partitions * config.stream().framesPending() * (encoded + decoded + MAP)
                + BESIDE;
    }
}
