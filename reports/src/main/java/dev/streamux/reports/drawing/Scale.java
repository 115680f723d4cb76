package dev.streamux.reports.drawing;

import java.util.ArrayList;
import java.util.List;

/** A way from values to places along one axis, and the values that deserve a tick. */
public sealed interface Scale {

    /** The place of a value; values outside of the domain land outside of the range. */
    double at(double value);

    /** Round values within the domain, increasing. */
    List<Double> ticks();

    /** A linear scale from {@code [low, high]} to {@code [from, to]}; {@code low < high}. */
    static Scale linear(double low, double high, double from, double to) {
        return new Linear(low, high, from, to);
    }

    /** A logarithmic scale from {@code [low, high]} to {@code [from, to]}; {@code 0 < low < high}. */
    static Scale logarithmic(double low, double high, double from, double to) {
        return new Logarithmic(low, high, from, to);
    }

    /** Equal distances for equal differences. */
    record Linear(double low, double high, double from, double to) implements Scale {
        private static final int TICKS = 6;

        public Linear {
            if (!(low < high)) {
                throw new IllegalArgumentException("a scale from " + low + " to " + high + "; it must increase");
            }
        }

        @Override
        public double at(double value) {
            return from + (value - low) / (high - low) * (to - from);
        }

        @Override
        public List<Double> ticks() {
            double step = roundStep((high - low) / TICKS);
            List<Double> ticks = new ArrayList<>();
            for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
                ticks.add(i * step);
            }
            return ticks;
        }

        /** The smallest of 1, 2 and 5 times a power of ten that is at least {@code atLeast}. */
        private static double roundStep(double atLeast) {
            double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
            for (double factor : new double[] {1, 2, 5}) {
                if (factor * power >= atLeast * (1 - 1e-9)) {
                    return factor * power;
                }
            }
            return 10 * power;
        }
    }

    /** Equal distances for equal ratios. */
    record Logarithmic(double low, double high, double from, double to) implements Scale {
        public Logarithmic {
            if (!(low > 0) || !(low < high)) {
                throw new IllegalArgumentException(
                        "a logarithmic scale from " + low + " to " + high + "; it must be > 0 and increase");
            }
        }

        @Override
        public double at(double value) {
            return from + Math.log(value / low) / Math.log(high / low) * (to - from);
        }

        @Override
        public List<Double> ticks() {
            boolean wide = high / low > 300;
            List<Double> ticks = new ArrayList<>();
            for (double power = Math.pow(10, Math.floor(Math.log10(low))); power <= high; power *= 10) {
                for (double factor : wide ? new double[] {1} : new double[] {1, 2, 5}) {
                    double tick = factor * power;
                    if (tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)) {
                        ticks.add(tick);
                    }
                }
            }
            return ticks;
        }
    }
}
