package io.fleck.stream.admin;

import java.util.List;

/** What the two health pages ask. Called by several threads; answers at once. */
public interface Health {
    /** Why the application is not ready to inspect, one line a reason; empty when it is. */
    List<String> notReady();

    /** Why the process should be restarted, one line a reason; empty while it can still recover. */
    List<String> notAlive();
}
