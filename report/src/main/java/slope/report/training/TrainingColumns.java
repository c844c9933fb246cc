package slope.report.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import slope.fit.FitPlan;
import slope.fit.PooledCategories;
import slope.model.FittedNetwork;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.ExactValueEncoder;
import slope.run.FinishedRun;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.profile.ColumnFinding.Kind;
import slope.table.profile.InputColumns;
import slope.table.profile.InputColumns.LeftOut;
import slope.table.profile.InputColumns.Warning;

/// The columns of a table in training.
///
/// @param used the inputs
/// @param ignored the others, with the reason for each
/// @param written columns whose text is read as numbers or dates in a way that has to be said
/// @param checks what a person should look at
/// @param codes of categories, and of numbers that are known by their values
/// @param start the inputs of the network that training started from, if there was one
public record TrainingColumns(
        List<String> used,
        List<LeftOut> ignored,
        List<WrittenColumn> written,
        InputChecks checks,
        ColumnCodes codes,
        Optional<StartInputs> start) {
    public TrainingColumns {
        used = List.copyOf(used);
        ignored = List.copyOf(ignored);
        written = List.copyOf(written);
    }

    /// Inputs that a person should look at.
    ///
    /// @param reading sentences about what was read otherwise than a person may think
    /// @param warnings of single inputs
    /// @param mayBeCodes numbers that may be codes of categories
    public record InputChecks(List<String> reading, List<Warning> warnings, List<String> mayBeCodes) {
        public InputChecks {
            reading = List.copyOf(reading);
            warnings = List.copyOf(warnings);
            mayBeCodes = List.copyOf(mayBeCodes);
        }
    }

    /// A column whose text is read in a notation.
    ///
    /// @param kind what is read
    /// @param notation how it writes 1234.5, the form of its times, or the order of its dates
    /// @param example a cell
    /// @param value what the example is read as
    public record WrittenColumn(String name, ColumnKind kind, String notation, String example, String value) {
        private static Optional<WrittenColumn> of(Column column) {
            return column.written()
                    .map(written -> new WrittenColumn(
                            column.name(), column.kind(), written.pattern(), written.example(), written.value()));
        }
    }

    /// Columns whose values are looked up by their code.
    ///
    /// @param categoriesPooled rare categories that count as one
    /// @param exactValues numbers whose frequent values have a code each, besides their size
    public record ColumnCodes(List<PooledColumn> categoriesPooled, List<ExactColumn> exactValues) {
        public ColumnCodes {
            categoriesPooled = List.copyOf(categoriesPooled);
            exactValues = List.copyOf(exactValues);
        }

        private static ColumnCodes of(FitPlan plan) {
            List<ExactColumn> exact = new ArrayList<>();
            for (ColumnEncoder encoder : plan.first().encoder().columns()) {
                if (encoder instanceof ExactValueEncoder values) {
                    exact.add(new ExactColumn(values.column(), values.values().size()));
                }
            }
            return new ColumnCodes(
                    PooledCategories.of(plan).stream()
                            .map(pooled -> new PooledColumn(pooled.column(), pooled.count(), pooled.kept()))
                            .toList(),
                    exact);
        }
    }

    /// A column of numbers one of which is in more than half of the rows.
    ///
    /// @param values how many of them have a code of their own
    public record ExactColumn(String column, int values) {}

    /// A column with rare categories.
    ///
    /// @param pooled how many of them count as one
    /// @param kept how many others it has
    public record PooledColumn(String column, int pooled, int kept) {}

    /// The inputs of a network that is trained further.
    ///
    /// @param first its first input
    /// @param last its last input
    /// @param byName whether columns have the names of its inputs; else they take their places in order
    public record StartInputs(String first, String last, boolean byName) {}

    static TrainingColumns of(FinishedRun run) {
        FitPlan plan = run.plan();
        InputColumns columns = plan.columns();
        List<LeftOut> ignored = new ArrayList<>();
        new TreeSet<>(run.request().reading().ignored())
                .forEach(name -> ignored.add(new LeftOut(name, List.of(Kind.IGNORED.finding()))));
        ignored.addAll(columns.leftOut());
        return new TrainingColumns(
                columns.used(),
                ignored,
                run.table().columns().stream()
                        .map(WrittenColumn::of)
                        .flatMap(Optional::stream)
                        .toList(),
                new InputChecks(run.readingNotes(), columns.warnings(), columns.codes()),
                ColumnCodes.of(plan),
                plan.estimator().recipe().start().map(start -> inputs(start, columns.used())));
    }

    private static StartInputs inputs(FittedNetwork start, List<String> used) {
        List<ColumnEncoder> inputs = start.encoding().columns();
        String first = inputs.getFirst().column();
        return new StartInputs(first, inputs.getLast().column(), used.contains(first));
    }
}
