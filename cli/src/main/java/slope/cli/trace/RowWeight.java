package slope.cli.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slope.cli.record.RecordedLoss;
import slope.table.Column;
import slope.table.NumberColumn;
import slope.table.RowWeights;
import slope.table.Table;
import slope.target.Classes;
import slope.target.Target;

/// How many rows a row counts for in learning.
///
/// @param factors whose product it is; none where every row counts once
/// @param remarks a sentence for each factor that is not known
record RowWeight(List<Factor> factors, List<String> remarks) {
    RowWeight {
        factors = List.copyOf(factors);
        remarks = List.copyOf(remarks);
    }

    /// A part of the weight.
    ///
    /// @param of what gives it, such as a column
    record Factor(Of of, String name, double value) {
        String text() {
            return "%s (%s \"%s\")".formatted(NumberColumn.text(value), of == Of.COLUMN ? "column" : "class", name);
        }
    }

    /// Where a factor comes from.
    enum Of {
        COLUMN,
        CLASS
    }

    double product() {
        return factors.stream().mapToDouble(Factor::value).reduce(1, (product, factor) -> product * factor);
    }

    /// That of a row with an answer.
    ///
    /// @param row a table of this row alone
    /// @param network its number in the model, from 0
    static RowWeight of(RecordedLoss recorded, Target target, Table row, int network) {
        List<Factor> factors = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        recorded.weightColumn().ifPresent(name -> {
            Optional<Column> column = row.find(name);
            column.ifPresentOrElse(
                    cells -> factors.add(new Factor(Of.COLUMN, name, RowWeights.of(cells)[0])),
                    () -> remarks.add(("training weighed each row by the column \"%s\", which these rows lack;"
                                    + " here the row counts once")
                            .formatted(name)));
        });
        if (recorded.hasClassWeights(target) && target instanceof Classes classes) {
            String name = classes.classes().get((int) classes.encode(row)[0]);
            recorded.classWeight(network, name)
                    .ifPresentOrElse(
                            weight -> factors.add(new Factor(Of.CLASS, name, weight)),
                            () -> remarks.add("training weighed classes, by weights that the file does not tell;"
                                    + " here each class counts once"));
        }
        return new RowWeight(factors, remarks);
    }
}
