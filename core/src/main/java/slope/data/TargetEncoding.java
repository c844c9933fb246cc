package slope.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// How the column to predict becomes numbers: a class becomes its own number, a number its distance
/// from the mean.
///
/// A class or a kind of value that training did not have is an error and not a guess: nothing that the
/// network can answer would be right there.
public sealed interface TargetEncoding {

    /// The column's name.
    String column();

    /// One finite number for each row.
    ///
    /// @param cells no cell missing, see [TargetRows]
    /// @throws DataException if a class, or a kind of value, was not seen in training
    float[] encode(Column cells);

    /// Learns from the target of the training rows: words, true/false or exactly two numbers make classes.
    ///
    /// @throws DataException if there is nothing to tell apart
    static TargetEncoding fit(Column training) {
        TargetRows.refuseEmpty(training);
        List<String> classes = classesOf(training);
        if (classes.size() == 1) {
            throw new DataException(
                    "column \"%s\" has one value only, \"%s\"; a target needs at least two to tell apart"
                            .formatted(training.name(), classes.getFirst()));
        }
        return training instanceof NumberColumn numbers && classes.isEmpty()
                ? Numbers.fit(numbers)
                : new Classes(training.name(), classes);
    }

    /// The classes of a target column in order, none if it holds more than two numbers or nothing at all.
    /// Words are in the order of their letters, false comes before true, the smaller number before the
    /// larger.
    static List<String> classesOf(Column target) {
        return switch (target) {
            case NumberColumn numbers -> numberClasses(numbers);
            case BooleanColumn _, CategoryColumn _ ->
                Arrays.stream(TargetRows.rowsWithValue(target))
                        .mapToObj(target::text)
                        .distinct()
                        .sorted()
                        .toList();
        };
    }

    private static List<String> numberClasses(NumberColumn numbers) {
        TreeSet<Double> values = new TreeSet<>();
        for (int row = 0; row < numbers.rows() && values.size() <= 2; row++) {
            if (!numbers.isMissing(row)) {
                values.add(numbers.value(row) + 0.0); // −0.0 becomes 0.0
            }
        }
        return values.size() > 2
                ? List.of()
                : values.stream().map(NumberColumn::text).toList();
    }

    /// Classes, each with its number from 0.
    ///
    /// @param column the column's name
    /// @param classes at least two, in order
    record Classes(String column, List<String> classes) implements TargetEncoding {
        public Classes {
            classes = List.copyOf(classes);
        }

        /// How many there are.
        public int count() {
            return classes.size();
        }

        /// The class of each row, as its index in [#classes].
        @Override
        public float[] encode(Column cells) {
            Map<String, Integer> numberOf = new HashMap<>();
            for (String name : classes) {
                numberOf.put(name, numberOf.size());
            }
            float[] numbers = new float[cells.rows()];
            for (int row = 0; row < numbers.length; row++) {
                refuseMissing(cells, row);
                Integer number = numberOf.get(cells.text(row));
                if (number == null) {
                    throw new DataException("column \"%s\" has \"%s\" in row %,d; the classes seen in training are %s"
                            .formatted(cells.name(), cells.text(row), row + 1, String.join(", ", classes)));
                }
                numbers[row] = number;
            }
            return numbers;
        }
    }

    /// A number, in deviations from the mean of the training rows.
    ///
    /// @param column the column's name
    /// @param mean of the training rows
    /// @param deviation of the training rows (population), above 0
    record Numbers(String column, double mean, double deviation) implements TargetEncoding {
        public Numbers {
            if (!Double.isFinite(mean) || !(deviation > 0) || Double.isInfinite(deviation)) {
                throw new IllegalArgumentException(
                        "a target needs a finite mean and a finite deviation above 0, not %s and %s"
                                .formatted(mean, deviation));
            }
        }

        private static Numbers fit(NumberColumn training) {
            NumberEncoding scaling = NumberEncoding.fit(training.select(TargetRows.rowsWithValue(training)));
            return new Numbers(training.name(), scaling.mean(), scaling.deviation());
        }

        /// The number of each row, standardised, and at most [NumberEncoding#FURTHEST] away from 0.
        @Override
        public float[] encode(Column cells) {
            float[] encoded = new float[cells.rows()];
            for (int row = 0; row < encoded.length; row++) {
                refuseMissing(cells, row);
                if (!(cells instanceof NumberColumn numbers)) {
                    throw KindMismatch.at(cells, row, ColumnKind.NUMBER);
                }
                double distance = (numbers.value(row) - mean) / deviation;
                encoded[row] = (float) Math.clamp(distance, -NumberEncoding.FURTHEST, NumberEncoding.FURTHEST);
            }
            return encoded;
        }

        /// The number an output stands for, in the target's unit.
        public double decode(double output) {
            return mean + deviation * output;
        }
    }

    private static void refuseMissing(Column cells, int row) {
        if (cells.isMissing(row)) {
            throw new DataException("column \"%s\" has no value in row %,d; drop the rows without a target first"
                    .formatted(cells.name(), row + 1));
        }
    }
}
