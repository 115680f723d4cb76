package dev.streamux.simulations.measure;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** Quantiles of a sample by linear interpolation, as {@code result.json} has them. Not thread-safe. */
public final class Quantiles {
    private static final int FIRST_SIZE = 64;

    private double[] values = new double[FIRST_SIZE];
    private int size;
    private boolean sorted = true;

    /** Adds a value; no NaN. */
    public void add(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("value is NaN; it must be a number");
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
        sorted = false;
    }

    /** The values, in no order. */
    public DoubleStream values() {
        return Arrays.stream(values, 0, size);
    }

    /** How many values there are. */
    public int size() {
        return size;
    }

    /**
     * The value below which this share lies; empty if there is none.
     *
     * @param share in [0, 1]; 1 gives the largest
     */
    public OptionalDouble at(double share) {
        if (size == 0) {
            return OptionalDouble.empty();
        }
        if (!sorted) {
            Arrays.sort(values, 0, size);
            sorted = true;
        }
        double place = share * (size - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, size - 1);
        return OptionalDouble.of(values[below] + (place - below) * (values[above] - values[below]));
    }
}
