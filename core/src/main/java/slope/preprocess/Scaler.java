package slope.preprocess;

import java.util.Arrays;
import java.util.List;
import slope.internal.function.MeanAndStandardDeviation;
import slope.internal.function.NormalQuantile;

/// Scales a number to a size that suits networks. It is fitted to the training rows.
public sealed interface Scaler {

    /// The scaled number; finite for every finite one.
    float apply(double value);

    /// No scaling, for given networks that take numbers as they are.
    record Unchanged() implements Scaler {
        @Override
        public float apply(double value) {
            return (float) Math.clamp(value, -Float.MAX_VALUE, Float.MAX_VALUE);
        }
    }

    /// Standardisation: the distance from the training rows' mean, in standard deviations.
    ///
    /// @param mean of the training rows
    /// @param standardDeviation the standard deviation of the training rows (population), 0 if they were
    ///     all equal: the result is then 0
    record Standard(double mean, double standardDeviation) implements Scaler {
        /// The maximum distance from the mean, in standard deviations. A number of n rows is at
        /// most √(n − 1) standard deviations from their mean, so no training cell of fewer than 100
        /// million rows is changed. Without a limit a typing error (1e300) would make the input,
        /// and every output, infinite.
        public static final double FURTHEST = 10_000;

        public Standard {
            requireFinite(mean, standardDeviation);
        }

        /// Fitted to the numbers of training rows.
        public static Standard fit(double[] values) {
            MeanAndStandardDeviation scale = MeanAndStandardDeviation.of(values);
            return new Standard(scale.mean(), scale.standardDeviation());
        }

        @Override
        public float apply(double value) {
            return standardDeviation == 0
                    ? 0
                    : (float) Math.clamp((value - mean) / standardDeviation, -FURTHEST, FURTHEST);
        }
    }

    /// Standardisation of the signed logarithm, sign(x) · ln(1 + |x|): amounts that differ by a factor lie the same
    /// distance apart, whatever their size.
    ///
    /// @param standard of the logarithms of the training rows
    record SignedLogarithm(Standard standard) implements Scaler {
        /// Fitted to the numbers of training rows.
        public static SignedLogarithm fit(double[] values) {
            return new SignedLogarithm(
                    Standard.fit(Arrays.stream(values).map(SignedLogarithm::of).toArray()));
        }

        private static double of(double value) {
            return Math.signum(value) * StrictMath.log(1 + Math.min(Math.abs(value), Double.MAX_VALUE));
        }

        @Override
        public float apply(double value) {
            return standard.apply(of(value));
        }
    }

    /// Robust scaling with smooth clipping: u is the distance from the median in interquartile
    /// ranges, and the result u / √(1 + (u/3)²) is at most 3 in magnitude. A few extreme values
    /// then do little harm (RealMLP: Holzmüller et al. 2024, arXiv 2407.04491).
    ///
    /// @param median of the training rows
    /// @param range the interquartile range of the training rows; if it is 0, half of their full
    ///     range; 0 if that is 0 too: the result is then 0
    record Robust(double median, double range) implements Scaler {
        /// The bound of the result.
        public static final double BOUND = 3;

        public Robust {
            requireFinite(median, range);
        }

        /// Fitted to the numbers of training rows.
        public static Robust fit(double[] values) {
            double[] ascending = values.clone();
            Quantiles.sortFor(ascending, 0, 0.25, 0.5, 0.75, 1);
            return new Robust(Quantiles.of(ascending, 0.5), range(ascending));
        }

        private static double range(double[] ascending) {
            double range = Quantiles.of(ascending, 0.75) - Quantiles.of(ascending, 0.25);
            if (range == 0 && ascending.length > 0) {
                range = ascending[ascending.length - 1] / 2 - ascending[0] / 2;
            }
            return Math.min(range, Double.MAX_VALUE);
        }

        /// Fitted to an input that is −1, 0 or 1, by the frequency of each in the training rows.
        static Robust ofCounts(int minusOnes, int zeros, int ones) {
            double[] values = new double[minusOnes + zeros + ones];
            Arrays.fill(values, 0, minusOnes, -1);
            Arrays.fill(values, minusOnes + zeros, values.length, 1);
            return fit(values);
        }

        @Override
        public float apply(double value) {
            if (range == 0) {
                return 0;
            }
            double distance = (value - median) / range;
            double bend = Math.sqrt(1 + (distance / BOUND) * (distance / BOUND));
            // So far away that the square is infinite, the result is the bound.
            return (float) (Double.isInfinite(bend) ? Math.copySign(BOUND, distance) : distance / bend);
        }
    }

    /// Quantile normalisation: the rank among the training rows as a standard normal number: the
    /// smallest become −5.2, the median 0, the largest 5.2.
    ///
    /// The share of smaller training values is interpolated between quantiles; for a value that
    /// many rows share, it is the middle of its shares. So it matters whether a value equals a
    /// quantile.
    ///
    /// @param quantiles of the training rows, ascending, at equally spaced shares from 0 to 1; each
    ///     in the given precision
    /// @param precision in which numbers are compared with the quantiles
    record Normal(List<Double> quantiles, Precision precision) implements Scaler {
        /// Φ⁻¹ of the smallest and the largest share, which would be infinite.
        public static final double FURTHEST = 5.2;

        private static final int FEWEST = 10;
        private static final int MOST = 1000;
        private static final int ROWS_EACH = 30;
        private static final double LARGEST_MOVE = 1.0 / (1 << 16); // in interquartile ranges

        /// The precision of a comparison.
        public enum Precision {
            /// Rounded to floats: 0.1 equals the 0.1f that other programs may keep of it.
            FLOAT(Float.MAX_VALUE),
            /// As they are. Floats do not tell some numbers apart: 20240101 and 20240102, or 1e39 and
            /// 2e39.
            DOUBLE(Double.MAX_VALUE);

            private final double largest;

            Precision(double largest) {
                this.largest = largest;
            }

            /// Floats, unless rounding moves a number too far beside how far they lie apart.
            private static Precision of(double[] ascending) {
                double farthest = Robust.range(ascending) * LARGEST_MOVE;
                return Arrays.stream(ascending).allMatch(value -> Math.abs((float) value - value) <= farthest)
                        ? FLOAT
                        : DOUBLE;
            }

            private double round(double value) {
                return this == FLOAT ? (float) value : value;
            }

            private double roundToFinite(double value) {
                return Math.clamp(round(value), -largest, largest);
            }
        }

        public Normal {
            quantiles = DoubleList.of(quantiles, precision::roundToFinite);
            if (quantiles.size() < 2) {
                throw new IllegalArgumentException("quantile normalisation needs at least 2 quantiles");
            }
        }

        /// Fitted to the numbers of training rows.
        public static Normal fit(double[] values) {
            double[] ascending = values.clone();
            Arrays.sort(ascending);
            int count = Math.max(Math.min(values.length / ROWS_EACH, MOST), FEWEST);
            Double[] quantiles = new Double[count];
            Arrays.setAll(quantiles, index -> Quantiles.of(ascending, index / (count - 1.0)));
            return new Normal(List.of(quantiles), Precision.of(ascending));
        }

        @Override
        public float apply(double value) {
            int last = quantiles.size() - 1;
            if (quantiles.getFirst().equals(quantiles.get(last))) {
                return 0;
            }
            double rounded = precision.round(value);
            double share = (shareBelow(rounded) + shareUpTo(rounded)) / 2;
            return (float) Math.clamp(NormalQuantile.of(share), -FURTHEST, FURTHEST);
        }

        /// The share at which the quantiles reach the value, the first of equal ones.
        private double shareBelow(double value) {
            int above = firstNotBelow(value);
            return above == 0 ? 0 : above == quantiles.size() ? 1 : between(above, value);
        }

        /// The share at which the quantiles leave it, the last of equal ones.
        private double shareUpTo(double value) {
            int above = firstAbove(value);
            return above == 0 ? 0 : above == quantiles.size() ? 1 : between(above, value);
        }

        /// @param above the index of a quantile, not the first, that is not below the value
        private double between(int above, double value) {
            double low = quantiles.get(above - 1);
            double high = quantiles.get(above);
            // Halved, because the difference of two large numbers may overflow; that of two tiny ones may vanish.
            double width = high / 2 - low / 2;
            double part = width == 0 ? 1 : (value / 2 - low / 2) / width;
            return (above - 1 + part) / (quantiles.size() - 1);
        }

        private int firstNotBelow(double value) {
            int low = 0;
            int high = quantiles.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (quantiles.get(middle) < value) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private int firstAbove(double value) {
            int low = 0;
            int high = quantiles.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (quantiles.get(middle) <= value) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    private static void requireFinite(double centre, double unit) {
        if (!Double.isFinite(centre) || !(unit >= 0) || Double.isInfinite(unit)) {
            throw new IllegalArgumentException(
                    "numbers cannot be scaled around %s by %s; both must be finite, the second not below 0"
                            .formatted(centre, unit));
        }
    }
}
