package io.fleck.load.bench.measure;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** CPU time of the processes that take part, user and system, by role. A process has one role. */
public final class CpuTimes {
    /** Role of the process that drives the benchmark, reads its results and runs the bare loop. */
    public static final String BENCH = "bench";
    /** Role of the children that are nothing else: brokers. */
    public static final String BROKER = "broker";

    private final Map<String, Supplier<Stream<ProcessHandle>>> roles;

    private CpuTimes(Map<String, Supplier<Stream<ProcessHandle>>> roles) {
        this.roles = roles;
    }

    /** This process alone. */
    public static CpuTimes ofThisProcess() {
        return new CpuTimes(Map.of(BENCH, () -> Stream.of(ProcessHandle.current())));
    }

    /**
     * This process, one child by its role, and all other children as brokers.
     *
     * @param role such as {@code app}
     */
    public static CpuTimes with(String role, ProcessHandle child) {
        Map<String, Supplier<Stream<ProcessHandle>>> roles = new LinkedHashMap<>();
        roles.put(BENCH, () -> Stream.of(ProcessHandle.current()));
        roles.put(role, () -> Stream.of(child));
        roles.put(BROKER, () -> ProcessHandle.current().children().filter(other -> !other.equals(child)));
        return new CpuTimes(roles);
    }

    /** CPU seconds so far, by role. */
    Map<String, Double> seconds() {
        Map<String, Double> seconds = new HashMap<>();
        roles.forEach((role, processes) -> seconds.put(
                role, processes.get().mapToDouble(CpuTimes::secondsOf).sum()));
        return seconds;
    }

    /** Ids of the processes that live now, by role. */
    Map<String, Set<Long>> processes() {
        Map<String, Set<Long>> ids = new HashMap<>();
        roles.forEach((role, processes) ->
                ids.put(role, processes.get().map(ProcessHandle::pid).collect(Collectors.toSet())));
        return ids;
    }

    private static double secondsOf(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }
}
