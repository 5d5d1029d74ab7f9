package io.fleck.load.process;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Processes that must not outlive this one: closing kills those that still run, and so does the end of this process. */
public final class Children implements AutoCloseable {
    private final Set<Process> started = ConcurrentHashMap.newKeySet();
    private final Thread hook = new Thread(this::killAll, "fleck-children");

    private Children() {}

    /** None yet. */
    public static Children none() {
        Children children = new Children();
        Runtime.getRuntime().addShutdownHook(children.hook);
        return children;
    }

    void add(Process process) {
        started.add(process);
    }

    private void killAll() {
        started.forEach(Process::destroyForcibly);
    }

    @Override
    public void close() {
        killAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            killAll(); // the end has begun: the hook runs anyway
        }
    }
}
