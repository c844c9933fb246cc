package slope.slice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import slope.internal.table.SortedRows;
import slope.model.Condition;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.DateColumn;
import slope.table.NumberColumn;

/// Finds the question about one column that divides some rows best: a threshold, one word against all others,
/// or whether there is a value.
final class QuestionSearch {
    private final Column column;
    private final boolean hasMissing;
    private final RowLosses losses;
    private final int fewestRows;

    /// @param fewestRows on each side
    QuestionSearch(Column column, RowLosses losses, int fewestRows) {
        this.column = column;
        this.hasMissing = column.missingCount() > 0;
        this.losses = losses;
        this.fewestRows = fewestRows;
    }

    /// The best question; of equal ones the first. None if no question leaves enough rows on both sides and
    /// tells anything.
    Optional<Question> best(int[] rows) {
        int[] present =
                Arrays.stream(rows).filter(row -> !column.isMissing(row)).toArray();
        LossSum all = sum(rows);
        LossSum given = sum(present);
        Stream<Question> byValue = switch (column) {
            case NumberColumn numbers -> thresholds(present, all, given);
            case DateColumn dates -> thresholds(present, all, given);
            case CategoryColumn words -> words(present, all);
            case BooleanColumn truths -> words(present, all);
        };
        return Stream.concat(byValue, presence(all, given))
                .filter(question -> question.gain() > 0)
                .max(Comparator.comparingDouble(Question::gain));
    }

    private Stream<Question> presence(LossSum all, LossSum given) {
        return question(new Condition.Missing(column.name()), new Condition.Present(column.name()), all, given)
                .stream();
    }

    /// Missing cells are on the one side or on the other.
    private Stream<Question> thresholds(int[] present, LossSum all, LossSum given) {
        int[] ascending = SortedRows.ascending(present, row -> SortedRows.key(column, row));
        List<Question> questions = new ArrayList<>();
        LossSum below = LossSum.NONE;
        for (int place = 1; place < ascending.length; place++) {
            int last = ascending[place - 1];
            below = below.and(losses.loss(last), losses.weight(last));
            double first = SortedRows.key(column, last);
            double second = SortedRows.key(column, ascending[place]);
            if (first < second && isWorthAsking(below, all, given)) {
                double threshold = column.kind() == ColumnKind.DATE
                        ? ShortThreshold.ofDates(first, second)
                        : ShortThreshold.ofNumbers(first, second);
                question(below(threshold, false), from(threshold, hasMissing), all, below)
                        .ifPresent(questions::add);
                if (hasMissing) {
                    LossSum belowOrMissing = below.and(all.without(given));
                    question(below(threshold, true), from(threshold, false), all, belowOrMissing)
                            .ifPresent(questions::add);
                }
            }
        }
        return questions.stream();
    }

    private boolean isWorthAsking(LossSum below, LossSum all, LossSum given) {
        int missing = all.rows() - given.rows();
        return below.rows() + missing >= fewestRows && all.rows() - below.rows() >= fewestRows;
    }

    private Condition below(double threshold, boolean orMissing) {
        return new Condition.Range(column.name(), column.kind(), Double.NEGATIVE_INFINITY, threshold, orMissing);
    }

    private Condition from(double threshold, boolean orMissing) {
        return new Condition.Range(column.name(), column.kind(), threshold, Double.POSITIVE_INFINITY, orMissing);
    }

    private Stream<Question> words(int[] present, LossSum all) {
        Map<String, LossSum> words = new TreeMap<>();
        for (int row : present) {
            words.merge(column.text(row), LossSum.NONE.and(losses.loss(row), losses.weight(row)), LossSum::and);
        }
        return words.entrySet().stream()
                .flatMap(word -> question(
                        new Condition.Is(column.name(), word.getKey()),
                        new Condition.IsNot(column.name(), List.of(word.getKey())),
                        all,
                        word.getValue())
                        .stream());
    }

    private Optional<Question> question(Condition yes, Condition no, LossSum all, LossSum some) {
        LossSum others = all.without(some);
        return Math.min(some.rows(), others.rows()) < fewestRows
                ? Optional.empty()
                : Optional.of(new Question(yes, no, some.square() + others.square() - all.square()));
    }

    private LossSum sum(int[] rows) {
        LossSum sum = LossSum.NONE;
        for (int row : rows) {
            sum = sum.and(losses.loss(row), losses.weight(row));
        }
        return sum;
    }

    /// The weighted sum of the losses of some rows.
    private record LossSum(int rows, double weight, double sum) {
        private static final LossSum NONE = new LossSum(0, 0, 0);

        private LossSum and(double loss, double more) {
            return new LossSum(rows + 1, weight + more, sum + more * loss);
        }

        private LossSum and(LossSum other) {
            return new LossSum(rows + other.rows, weight + other.weight, sum + other.sum);
        }

        private LossSum without(LossSum some) {
            return new LossSum(rows - some.rows, weight - some.weight, sum - some.sum);
        }

        /// What the mean takes away from the sum of the squared losses.
        private double square() {
            return weight > 0 ? sum * sum / weight : 0;
        }
    }
}
