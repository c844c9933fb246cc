package slope.target;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Makes probabilities as large as the shares that come true: temperature scaling (Guo et al. 2017, arXiv
/// 1706.04599, section 4.2) of the logarithms of a model's probabilities, and a small share of the uniform
/// distribution, so that no class is ever impossible.
///
/// With z = ln max(p, [#SMALLEST]): p′ = (1 − share) · softmax(exponent · z) + share / classes. The order of
/// the classes stays. A label is a choice between two classes, absent and present, with [#SMALLEST_OF_LABEL].
///
/// Networks that were trained with class weights w tell probabilities of rows of which there are w_k times as many.
/// Theirs
/// are divided by these first, z = ln max(p, [#SMALLEST]) − ln w (Saerens et al. 2002, equation 4).
///
/// @param exponents 1 / temperature, above 0: one for classes, one for each label. Below 1 the model was too
///     sure of itself, above 1 not sure enough
/// @param share of the uniform distribution, from 0 to 1
/// @param classWeights with which the networks were trained, above 0; none if classes were not weighted
public record TemperatureScaling(List<Double> exponents, double share, List<Double> classWeights) {
    /// A smaller probability is raised to this one.
    public static final double SMALLEST = 1e-30;

    /// That of labels: the probability of an absent one is 1 − p, which has no digits left where p is
    /// closer to 1.
    public static final double SMALLEST_OF_LABEL = 1e-7;

    private static final double SMALLEST_LOGARITHM = -16;

    /// Of an exponent of 20. A larger one would tell rows apart that differ by the rounding of floats.
    private static final double LARGEST_LOGARITHM = 3;

    /// Halvings of this interval, after which it is hardly wider than the spacing of doubles.
    private static final int HALVINGS = 60;

    /// A calibration of classes that were not weighted.
    public TemperatureScaling(List<Double> exponents, double share) {
        this(exponents, share, List.of());
    }

    public TemperatureScaling {
        exponents = List.copyOf(exponents);
        classWeights = List.copyOf(classWeights);
        for (double weight : classWeights) {
            if (!(weight > 0 && weight <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("the weight of a class in a calibration is above 0, not " + weight);
            }
        }
        for (double exponent : exponents) {
            if (!(exponent > 0 && Double.isFinite(exponent))) {
                throw new IllegalArgumentException("the exponent of a calibration is above 0, not " + exponent);
            }
        }
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("the uniform share of a calibration is from 0 to 1, not " + share);
        }
    }

    /// Fitted to rows that had no part in the training: the exponents minimise the log-loss, and the share
    /// is that of one row more. Where every row is right no exponent is large enough; then each row's class counts
    /// 1 − share, and the share is spread over all classes (as Platt 1999 smooths his targets).
    ///
    /// @param decoded rows × outputs, as [Target#decode] gives them
    /// @param actual as [Target#actual] gives them
    /// @param weights how many rows each one counts for
    /// @param classWeights with which the networks were trained; none if classes were not weighted
    /// @return empty if the target is no class and no label, or no row counts
    public static Optional<TemperatureScaling> fit(
            Target target, double[] decoded, double[] actual, double[] weights, List<Double> classWeights) {
        List<Choice> choices = Choice.of(target, classWeights);
        if (choices.isEmpty() || Arrays.stream(weights).sum() == 0) {
            return Optional.empty();
        }
        List<Double> exponents = choices.stream()
                .map(choice -> exponent(choice.logarithms(decoded), choice.actual(actual), weights))
                .toList();
        return Optional.of(new TemperatureScaling(exponents, 1 / (weights.length + 1.0), classWeights));
    }

    /// Refuses a target of other probabilities, or of none.
    ///
    /// @throws IllegalArgumentException if there is not an exponent for each of its choices
    public void requireFor(Target target) {
        int choices = Choice.of(target, List.of()).size();
        if (!classWeights.isEmpty() && !(target instanceof Classes && target.width() == classWeights.size())) {
            throw new IllegalArgumentException("a calibration with the weights of %s classes is none for %s of %s"
                    .formatted(classWeights.size(), target.kind().title(), target.columns()));
        }
        if (choices != exponents.size()) {
            throw new IllegalArgumentException(
                    "a calibration with %s exponents fits no target of %s choices among classes"
                            .formatted(exponents.size(), choices));
        }
    }

    /// The probabilities, calibrated.
    ///
    /// @param decoded rows × outputs, as [Target#decode] gives them
    public double[] apply(Target target, double[] decoded) {
        double[] calibrated = decoded.clone();
        List<Choice> choices = Choice.of(target, classWeights);
        for (int index = 0; index < choices.size(); index++) {
            Choice choice = choices.get(index);
            double[] probabilities = choice.logarithms(decoded);
            int count = choice.count();
            for (int start = 0; start < probabilities.length; start += count) {
                softmax(probabilities, start, count, exponents.get(index));
            }
            for (int at = 0; at < probabilities.length; at++) {
                probabilities[at] = (1 - share) * probabilities[at] + share / count;
            }
            choice.write(probabilities, calibrated);
        }
        return calibrated;
    }

    /// The root e^u of Σ w · Σ_k z_k · softmax(e^u · z)_k = Σ w · z_y, where the derivative of the log-loss is
    /// 0; its left side grows with u.
    ///
    /// @param logarithms rows × classes
    /// @param actual the class of each row
    private static double exponent(double[] logarithms, int[] actual, double[] weights) {
        double share = 0;
        if (slope(logarithms, actual, weights, StrictMath.exp(LARGEST_LOGARITHM), 0) <= 0) {
            share = 1 / (actual.length + 1.0);
        }
        double low = SMALLEST_LOGARITHM;
        double high = LARGEST_LOGARITHM;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            if (slope(logarithms, actual, weights, StrictMath.exp(middle), share) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return StrictMath.exp((low + high) / 2);
    }

    /// @param share of each row that is spread over all classes
    private static double slope(double[] logarithms, int[] actual, double[] weights, double exponent, double share) {
        int count = logarithms.length / actual.length;
        double[] probabilities = logarithms.clone();
        double slope = 0;
        for (int row = 0; row < actual.length; row++) {
            int start = row * count;
            softmax(probabilities, start, count, exponent);
            double wanted = (1 - share) * logarithms[start + actual[row]];
            double told = 0;
            for (int k = start; k < start + count; k++) {
                wanted += share / count * logarithms[k];
                told += probabilities[k] * logarithms[k];
            }
            slope += weights[row] * (told - wanted);
        }
        return slope;
    }

    /// Replaces the logarithms of a row by the softmax of them, scaled.
    private static void softmax(double[] values, int start, int count, double exponent) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = start; k < start + count; k++) {
            largest = Math.max(largest, values[k]);
        }
        double sum = 0;
        for (int k = start; k < start + count; k++) {
            values[k] = StrictMath.exp(exponent * (values[k] - largest));
            sum += values[k];
        }
        for (int k = start; k < start + count; k++) {
            values[k] /= sum;
        }
    }

    /// A choice of each row among classes.
    private sealed interface Choice {
        static List<Choice> of(Target target, List<Double> classWeights) {
            return switch (target) {
                case Classes classes -> List.of(new AmongClasses(classes.width(), logarithms(classWeights)));
                case Labels labels ->
                    IntStream.range(0, labels.width())
                            .<Choice>mapToObj(label -> new OfLabel(label, labels.width()))
                            .toList();
                case Numbers ignored -> List.of();
                case Quantiles ignored -> List.of();
                case Amounts ignored -> List.of();
            };
        }

        private static List<Double> logarithms(List<Double> weights) {
            return weights.stream().map(StrictMath::log).toList();
        }

        /// The number of classes.
        int count();

        /// Of the probabilities of each row's classes: rows × classes.
        double[] logarithms(double[] decoded);

        /// The class of each row.
        int[] actual(double[] actual);

        /// Puts probabilities, rows × classes, among decoded outputs.
        void write(double[] probabilities, double[] decoded);

        /// @param ofWeights the logarithms of class weights; none if there are none
        record AmongClasses(int count, List<Double> ofWeights) implements Choice {
            @Override
            public double[] logarithms(double[] decoded) {
                double[] logarithms = new double[decoded.length];
                for (int at = 0; at < decoded.length; at++) {
                    logarithms[at] = StrictMath.log(Math.max(decoded[at], SMALLEST))
                            - (ofWeights.isEmpty() ? 0 : ofWeights.get(at % count));
                }
                return logarithms;
            }

            @Override
            public int[] actual(double[] actual) {
                return Arrays.stream(actual).mapToInt(number -> (int) number).toArray();
            }

            @Override
            public void write(double[] probabilities, double[] decoded) {
                System.arraycopy(probabilities, 0, decoded, 0, decoded.length);
            }
        }

        /// Whether a label is absent or present.
        ///
        /// @param labels how many each row has
        record OfLabel(int label, int labels) implements Choice {
            @Override
            public int count() {
                return 2;
            }

            @Override
            public double[] logarithms(double[] decoded) {
                double[] logarithms = new double[2 * (decoded.length / labels)];
                for (int row = 0; row < logarithms.length / 2; row++) {
                    double present = decoded[row * labels + label];
                    logarithms[2 * row] = StrictMath.log(Math.max(1 - present, SMALLEST_OF_LABEL));
                    logarithms[2 * row + 1] = StrictMath.log(Math.max(present, SMALLEST_OF_LABEL));
                }
                return logarithms;
            }

            @Override
            public int[] actual(double[] actual) {
                return IntStream.range(0, actual.length / labels)
                        .map(row -> (int) actual[row * labels + label])
                        .toArray();
            }

            @Override
            public void write(double[] probabilities, double[] decoded) {
                for (int row = 0; row < probabilities.length / 2; row++) {
                    decoded[row * labels + label] = probabilities[2 * row + 1];
                }
            }
        }
    }
}
