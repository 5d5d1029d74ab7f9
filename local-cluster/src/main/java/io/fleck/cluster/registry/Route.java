package io.fleck.cluster.registry;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A method and a path with the code that answers it.
 *
 * @param template segments; one that starts with a brace stands for any segment
 */
record Route(String method, List<String> template, Handler handler) {
    /** Answers a request. */
    @FunctionalInterface
    interface Handler {
        /**
         * The answer, or a refusal.
         *
         * @param request the request
         * @param names the segments that the template left open, in order
         * @return what to write as JSON, or a {@link RawJson}
         */
        Object handle(RegistryRequest request, List<String> names) throws Refusal;
    }

    /** JSON that is written as it is. */
    record RawJson(String text) {}

    static Route of(String method, String template, Handler handler) {
        return new Route(
                method,
                List.of(template.split("/")).stream()
                        .filter(segment -> !segment.isEmpty())
                        .toList(),
                handler);
    }

    boolean matches(List<String> path) {
        if (path.size() != template.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            if (!open(i) && !template.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    List<String> names(List<String> path) {
        return IntStream.range(0, path.size())
                .filter(this::open)
                .mapToObj(path::get)
                .toList();
    }

    private boolean open(int segment) {
        return template.get(segment).startsWith("{");
    }
}
