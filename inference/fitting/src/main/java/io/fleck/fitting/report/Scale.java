package io.fleck.fitting.report;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Where values lie along an axis. */
sealed interface Scale {
    /** Above this ratio of the largest to the smallest score a linear axis hides the good images in one bar. */
    double LOGARITHMIC_FROM = 30;

    /** 0 at the start of the axis, 1 at its end. */
    double position(double value);

    /** The value at a position: the inverse of {@link #position}. */
    double value(double position);

    /** Round values to label, in ascending order, within the axis. */
    List<Double> ticks();

    /** An axis of equal steps from low to high; a range of nothing is widened. */
    static Scale linear(double low, double high) {
        double margin = high > low ? 0 : Math.max(Math.abs(low) * 0.5, 0.5);
        return new Linear(low - margin, high + margin);
    }

    /** The axis that suits scores: linear, or of equal ratios where they span more than {@link #LOGARITHMIC_FROM}. */
    static Scale ofScores(double lowest, double highest) {
        return lowest > 0 && highest / lowest > LOGARITHMIC_FROM
                ? new Logarithmic(Math.log10(lowest), Math.log10(highest))
                : linear(lowest, highest);
    }

    /** Equal steps. */
    record Linear(double low, double high) implements Scale {
        private static final int TICKS = 5;

        @Override
        public double position(double value) {
            return (value - low) / (high - low);
        }

        @Override
        public double value(double position) {
            return low + position * (high - low);
        }

        @Override
        public List<Double> ticks() {
            double step = step((high - low) / TICKS);
            long first = (long) Math.ceil(low / step - 1e-9);
            long last = (long) Math.floor(high / step + 1e-9);
            return IntStream.rangeClosed(0, (int) (last - first))
                    .mapToObj(i -> (first + i) * step)
                    .toList();
        }

        /** The smallest of 1, 2, 5 times a power of ten that is at least the raw step. */
        private static double step(double raw) {
            double power = Math.pow(10, Math.floor(Math.log10(raw)));
            return DoubleStream.of(1, 2, 5)
                    .map(factor -> factor * power)
                    .filter(step -> step >= raw * (1 - 1e-9))
                    .findFirst()
                    .orElse(10 * power);
        }
    }

    /** Equal ratios; the bounds are decimal logarithms. */
    record Logarithmic(double low, double high) implements Scale {
        @Override
        public double position(double value) {
            return (Math.log10(value) - low) / (high - low);
        }

        @Override
        public double value(double position) {
            return Math.pow(10, low + position * (high - low));
        }

        @Override
        public List<Double> ticks() {
            double[] factors = high - low > 3 ? new double[] {1} : new double[] {1, 2, 5};
            return IntStream.rangeClosed((int) Math.floor(low), (int) Math.ceil(high))
                    .boxed()
                    .flatMapToDouble(power -> DoubleStream.of(factors).map(factor -> factor * Math.pow(10, power)))
                    .filter(tick -> position(tick) >= -1e-9 && position(tick) <= 1 + 1e-9)
                    .boxed()
                    .toList();
        }
    }
}
