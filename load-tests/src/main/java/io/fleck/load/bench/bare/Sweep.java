package io.fleck.load.bench.bare;

import io.fleck.load.bench.measure.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * What several shapes reach.
 *
 * @param points at least one of each kind, in the order tried
 */
public record Sweep(List<Point> points) {
    /**
     * One shape and what it reached.
     *
     * @param shape the shape
     * @param span frames in the measured time
     */
    public record Point(Shape shape, Span span) {}

    /** Keeps a copy. */
    public Sweep {
        points = List.copyOf(points);
    }

    /** Tries every shape once. */
    public static Sweep of(List<Shape> shapes, Function<Shape, BareLoop> loops, Duration warmUp, Duration measured)
            throws InterruptedException {
        List<Point> points = new ArrayList<>();
        for (Shape shape : shapes) {
            try (BareLoop loop = loops.apply(shape)) {
                points.add(new Point(shape, loop.run(warmUp, measured)));
            }
        }
        return new Sweep(points);
    }

    /** The fastest of all. */
    public Shape best() {
        return best(points);
    }

    /** The fastest that the application can take, too: its decoders and workers are pools. */
    public Shape bestPool() {
        return best(points.stream()
                .filter(point -> point.shape().kind() == Shape.Kind.POOL)
                .toList());
    }

    private static Shape best(List<Point> points) {
        return points.stream()
                .max(Comparator.comparingDouble(point -> point.span().perSecond()))
                .map(Point::shape)
                .orElseThrow(() -> new IllegalArgumentException("a sweep over no shapes has no best"));
    }
}
