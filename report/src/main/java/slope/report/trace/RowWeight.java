package slope.report.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import slope.internal.text.Numerals;
import slope.run.RecordedLoss;
import slope.table.RowWeights;
import slope.table.Table;
import slope.target.Classes;
import slope.target.Target;

/// The weight of a row in training.
///
/// @param product of the known factors; 1 where there are none
/// @param factors none where every row counted once
public record RowWeight(double product, List<Factor> factors) {
    public RowWeight {
        factors = List.copyOf(factors);
    }

    /// A factor of the weight.
    ///
    /// @param of its source
    /// @param name of the column or class
    /// @param value missing where the rows lack the column, or the file does not record class weights
    public record Factor(Source of, String name, Optional<Double> value) {
        private String text() {
            return "%s (%s \"%s\")"
                    .formatted(Numerals.exact(value.orElseThrow()), of == Source.COLUMN ? "column" : "class", name);
        }

        /// What is said of a factor that is not known.
        private String remark() {
            return of == Source.COLUMN
                    ? "training weighted each row by the column \"%s\", which these rows lack; here the row counts once"
                            .formatted(name)
                    : "training had class weights, which the file does not record; here each class counts once";
        }
    }

    /// The source of a factor.
    public enum Source {
        COLUMN,
        CLASS
    }

    /// The weight of a row with a target.
    ///
    /// @param row a table of this row alone
    /// @param network its number in the model, from 1
    static RowWeight of(RecordedLoss recorded, Target target, Table row, int network) {
        List<Factor> factors = new ArrayList<>();
        recorded.weightColumn()
                .ifPresent(name -> factors.add(
                        new Factor(Source.COLUMN, name, row.find(name).map(cells -> RowWeights.of(cells)[0]))));
        if (recorded.hasClassWeights(target) && target instanceof Classes classes) {
            String name = classes.classes().get((int) classes.encode(row)[0]);
            factors.add(new Factor(Source.CLASS, name, recorded.classWeight(network - 1, name)));
        }
        double product =
                factors.stream().flatMap(factor -> factor.value().stream()).reduce(1.0, (all, factor) -> all * factor);
        return new RowWeight(product, factors);
    }

    /// Its product and the factors that are not known, a line each; nothing where there are none.
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        String known = factors.stream()
                .filter(factor -> factor.value().isPresent())
                .map(Factor::text)
                .collect(Collectors.joining(" · "));
        if (!known.isEmpty()) {
            lines.add("%s = %s; the loss is multiplied by it, and so are all numbers below"
                    .formatted(Numerals.exact(product), known));
        }
        factors.stream()
                .filter(factor -> factor.value().isEmpty())
                .map(Factor::remark)
                .forEach(lines::add);
        return lines;
    }
}
