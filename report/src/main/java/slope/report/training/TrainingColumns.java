package slope.report.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import slope.fit.FitPlan;
import slope.fit.PooledCategories;
import slope.model.FittedNetwork;
import slope.preprocess.ColumnEncoder;
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
/// @param categoriesPooled rare categories that count as one
/// @param start the inputs of the network that training started from, if there was one
public record TrainingColumns(
        List<String> used,
        List<LeftOut> ignored,
        List<WrittenColumn> written,
        InputChecks checks,
        List<PooledColumn> categoriesPooled,
        Optional<StartInputs> start) {
    public TrainingColumns {
        used = List.copyOf(used);
        ignored = List.copyOf(ignored);
        written = List.copyOf(written);
        categoriesPooled = List.copyOf(categoriesPooled);
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
                PooledCategories.of(plan).stream()
                        .map(pooled -> new PooledColumn(pooled.column(), pooled.count(), pooled.kept()))
                        .toList(),
                plan.estimator().recipe().start().map(start -> inputs(start, columns.used())));
    }

    private static StartInputs inputs(FittedNetwork start, List<String> used) {
        List<ColumnEncoder> inputs = start.encoding().columns();
        String first = inputs.getFirst().column();
        return new StartInputs(first, inputs.getLast().column(), used.contains(first));
    }
}
