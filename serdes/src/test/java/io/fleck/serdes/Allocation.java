package io.fleck.serdes;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import java.util.function.Supplier;

/** Bytes that the current thread allocates on the heap. */
final class Allocation {
    private static final int WARM_UPS = 3;

    private Allocation() {}

    /** Of one run, after others have loaded classes and filled caches. */
    static long of(Supplier<?> work) {
        for (int i = 0; i < WARM_UPS; i++) {
            Objects.requireNonNull(work.get());
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Object result = work.get();
        long after = threads.getCurrentThreadAllocatedBytes();
        Objects.requireNonNull(result);
        return after - before;
    }
}
