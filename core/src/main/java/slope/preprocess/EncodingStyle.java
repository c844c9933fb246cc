package slope.preprocess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DateColumn;
import slope.table.NumberColumn;

/// Which numbers a column becomes. Each recipe has a style of its own, because its network was made
/// for it.
public enum EncodingStyle {
    /// Numbers are standardised and categories one-hot: what a class can follow by hand.
    PLAIN,
    /// RealMLP's (Holzmüller et al. 2024, arXiv 2407.04491): numbers and one-hot inputs around the median,
    /// in widths of the middle half, smoothly clipped; categories of more than eight levels as codes to
    /// look up.
    TUNED,
    /// TabM's (Gorishniy et al. 2024, arXiv 2410.24210): numbers spread as a normal distribution,
    /// categories one-hot with an input for the others; of more levels than an input each is worth, as
    /// codes to look up.
    ENSEMBLE;

    /// With the input for the others it is 256. The first layer has a row of weights for each input, so
    /// one column of names would cost more than all the others together.
    private static final int MOST_PLAIN_LEVELS = 255;

    private static final int MOST_TUNED_LEVELS = 8;
    private static final int MOST_ENSEMBLE_LEVELS = 32;

    /// A level to look up has numbers of its own to learn, and cannot learn them from fewer training rows
    /// than this: it shares those of the missing and the unseen levels, which so learn something as well.
    public static final int FEWEST_ROWS_OF_A_CODE = 3;

    /// Learns how a column becomes inputs from the training rows.
    List<ColumnEncoder> fit(Column training) {
        return switch (training) {
            case NumberColumn numbers -> numbers(numbers);
            case DateColumn dates -> dates(dates);
            case BooleanColumn booleans -> List.of(booleanEncoding(booleans));
            case CategoryColumn categories -> List.of(category(categories));
        };
    }

    private List<ColumnEncoder> numbers(NumberColumn training) {
        double[] values = new double[training.rows()];
        Arrays.setAll(values, training::value);
        double filling = fill(values);
        List<ColumnEncoder> encodings = new ArrayList<>();
        encodings.add(new NumberEncoder(training.name(), filling, scaling(values)));
        addMissing(training, encodings);
        return encodings;
    }

    private List<ColumnEncoder> dates(DateColumn training) {
        List<ColumnEncoder> encodings = new ArrayList<>();
        for (DateEncoder.Part part : DateEncoder.Part.values()) {
            double[] values = new double[training.rows()];
            Arrays.setAll(values, row -> training.isMissing(row) ? Double.NaN : part.of(training.seconds(row)));
            double filling = fill(values);
            // A part that never changes, such as the hour of days, says nothing.
            if (Arrays.stream(values).anyMatch(value -> value != values[0])) {
                encodings.add(new DateEncoder(training.name(), part, filling, scaling(values)));
            }
        }
        addMissing(training, encodings);
        return encodings;
    }

    /// Puts one number in place of NaN.
    ///
    /// @return that number: the median in the plain style, the mean in the others; 0 if all are missing
    private double fill(double[] values) {
        double[] present =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        double filling = switch (this) {
            case PLAIN -> {
                Arrays.sort(present);
                yield Quantiles.of(present, 0.5);
            }
            case TUNED, ENSEMBLE -> MeanAndStandardDeviation.of(present).mean();
        };
        for (int row = 0; row < values.length; row++) {
            values[row] = Double.isNaN(values[row]) ? filling : values[row];
        }
        return filling;
    }

    private Scaler scaling(double[] values) {
        return switch (this) {
            case PLAIN -> Scaler.Standard.fit(values);
            case TUNED -> Scaler.Robust.fit(values);
            case ENSEMBLE -> Scaler.Normal.fit(values);
        };
    }

    private void addMissing(Column training, List<ColumnEncoder> encodings) {
        int missing = training.missingCount();
        if (missing == 0) {
            return;
        }
        encodings.add(
                switch (this) {
                    case PLAIN, ENSEMBLE -> new MissingIndicator(training.name(), 1, 0);
                    case TUNED -> {
                        // A category of two levels, missing and not.
                        Scaler scaling = Scaler.Robust.fit(counted(0, missing, training.rows() - missing));
                        yield new MissingIndicator(training.name(), scaling.apply(1), scaling.apply(-1));
                    }
                });
    }

    private BooleanEncoder booleanEncoding(BooleanColumn training) {
        if (this != TUNED) {
            return new BooleanEncoder(training.name(), 1, -1, 0);
        }
        int truths = 0;
        for (int row = 0; row < training.rows(); row++) {
            truths += training.isTrue(row) ? 1 : 0;
        }
        int missing = training.missingCount();
        Scaler scaling = Scaler.Robust.fit(counted(missing, truths, training.rows() - missing - truths));
        return new BooleanEncoder(training.name(), scaling.apply(1), scaling.apply(-1), scaling.apply(0));
    }

    private static double[] counted(int zeros, int ones, int minusOnes) {
        double[] values = new double[zeros + ones + minusOnes];
        Arrays.fill(values, 0, ones, 1);
        Arrays.fill(values, ones, ones + minusOnes, -1);
        return values;
    }

    private ColumnEncoder category(CategoryColumn training) {
        String name = training.name();
        List<String> seen = CategoryCodes.frequent(training, 1, Integer.MAX_VALUE);
        return switch (this) {
            case PLAIN -> {
                List<String> kept = CategoryCodes.frequent(training, 1, MOST_PLAIN_LEVELS);
                // Weights of an input that no training row needed are noise.
                boolean others = kept.size() < seen.size() || training.missingCount() > 0;
                yield OneHotEncoder.oneHot(name, kept, otherInput(others));
            }
            case TUNED -> {
                if (seen.size() > MOST_TUNED_LEVELS) {
                    yield code(training);
                }
                OneHotEncoder encoding = seen.size() == 2
                        ? OneHotEncoder.sign(name, seen.getFirst(), seen.getLast())
                        : OneHotEncoder.oneHot(name, seen, OneHotEncoder.OtherInput.ABSENT);
                yield encoding.scaledRobustly(training);
            }
            case ENSEMBLE ->
                seen.size() > MOST_ENSEMBLE_LEVELS
                        ? code(training)
                        : OneHotEncoder.oneHot(name, seen, otherInput(training.missingCount() > 0));
        };
    }

    private static OrdinalEncoder code(CategoryColumn training) {
        return new OrdinalEncoder(
                training.name(), CategoryCodes.frequent(training, FEWEST_ROWS_OF_A_CODE, Integer.MAX_VALUE));
    }

    private static OneHotEncoder.OtherInput otherInput(boolean present) {
        return present ? OneHotEncoder.OtherInput.PRESENT : OneHotEncoder.OtherInput.ABSENT;
    }
}
