package slope.report.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slope.run.RecordedLoss;
import slope.table.Column;
import slope.table.NumberColumn;
import slope.table.RowWeights;
import slope.table.Table;
import slope.target.Classes;
import slope.target.Target;

/// The weight of a row in training.
///
/// @param factors the weight is their product; none where every row counts once
/// @param remarks a sentence for each unknown factor
record RowWeight(List<Factor> factors, List<String> remarks) {
    RowWeight {
        factors = List.copyOf(factors);
        remarks = List.copyOf(remarks);
    }

    /// A factor of the weight.
    ///
    /// @param of its source, such as a column
    record Factor(Of of, String name, double value) {
        String text() {
            return "%s (%s \"%s\")".formatted(NumberColumn.text(value), of == Of.COLUMN ? "column" : "class", name);
        }
    }

    /// The source of a factor.
    enum Of {
        COLUMN,
        CLASS
    }

    double product() {
        return factors.stream().mapToDouble(Factor::value).reduce(1, (product, factor) -> product * factor);
    }

    /// The weight of a row with a target.
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
                    () -> remarks.add(("training weighted each row by the column \"%s\", which these rows lack;"
                                    + " here the row counts once")
                            .formatted(name)));
        });
        if (recorded.hasClassWeights(target) && target instanceof Classes classes) {
            String name = classes.classes().get((int) classes.encode(row)[0]);
            recorded.classWeight(network, name)
                    .ifPresentOrElse(
                            weight -> factors.add(new Factor(Of.CLASS, name, weight)),
                            () -> remarks.add("training had class weights, which the file does not record;"
                                    + " here each class counts once"));
        }
        return new RowWeight(factors, remarks);
    }
}
