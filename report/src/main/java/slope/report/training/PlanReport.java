package slope.report.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import slope.fit.FitPlan;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.TableEncoder;
import slope.report.json.Report;
import slope.report.model.EncoderText;
import slope.report.model.LayerFacts;
import slope.report.model.TargetFacts;
import slope.report.table.RemedyFacts;
import slope.split.Split;
import slope.table.profile.ColumnFinding;
import slope.table.profile.InputColumns;

/// What a training would be, before its first step.
///
/// @param task what is predicted
/// @param metric that chooses the best epoch
/// @param rows how they are used
/// @param columns which are inputs, and why others are not
/// @param network each of them
/// @param settings each with where it came from
public record PlanReport(
        TargetFacts task,
        String metric,
        PlannedRows rows,
        PlannedColumns columns,
        PlannedNetwork network,
        SettingsReport settings)
        implements Report {

    /// The report of a plan.
    public static PlanReport of(FitPlan plan) {
        return new PlanReport(
                TargetFacts.of(plan.target()),
                plan.metric().title(),
                PlannedRows.of(plan),
                PlannedColumns.of(plan),
                PlannedNetwork.of(plan),
                SettingsReport.of(plan));
    }

    /// How rows are used.
    ///
    /// @param ofTable all of them
    /// @param training of the first network
    /// @param validation of the first network
    /// @param test that have no part in the training
    /// @param unusable without a target or a weight
    public record PlannedRows(int ofTable, int training, int validation, int test, int unusable) {
        private static PlannedRows of(FitPlan plan) {
            Split split = plan.first().split();
            return new PlannedRows(
                    plan.rows().rowsOfTable(),
                    split.training().length,
                    split.validation().length,
                    plan.rows().testRows().length,
                    plan.rows().leftOut());
        }
    }

    /// Inputs, and the columns that are none.
    ///
    /// @param used the inputs
    /// @param encoded how each of them enters the first network
    /// @param leftOut the others without the target
    /// @param warnings inputs that a person should check
    /// @param mayBeCodes numbers that may be codes of categories
    public record PlannedColumns(
            List<String> used,
            List<EncodedColumn> encoded,
            List<LeftOutColumn> leftOut,
            List<DoubtedColumn> warnings,
            List<String> mayBeCodes) {
        public PlannedColumns {
            used = List.copyOf(used);
            encoded = List.copyOf(encoded);
            leftOut = List.copyOf(leftOut);
            warnings = List.copyOf(warnings);
            mayBeCodes = List.copyOf(mayBeCodes);
        }

        private static PlannedColumns of(FitPlan plan) {
            InputColumns columns = plan.columns();
            return new PlannedColumns(
                    columns.used(),
                    EncodedColumn.of(plan.first().encoder()),
                    columns.leftOut().stream()
                            .map(each -> new LeftOutColumn(each.name(), each.findings(), each.reason()))
                            .toList(),
                    columns.warnings().stream().map(DoubtedColumn::of).toList(),
                    columns.codes());
        }
    }

    /// How a column enters a network.
    ///
    /// @param inputs how many numbers it becomes
    /// @param words what they are
    public record EncodedColumn(String name, int inputs, List<String> words) {
        public EncodedColumn {
            words = List.copyOf(words);
        }

        private static List<EncodedColumn> of(TableEncoder encoder) {
            Map<String, List<ColumnEncoder>> byName = encoder.columns().stream()
                    .collect(Collectors.groupingBy(ColumnEncoder::column, LinkedHashMap::new, Collectors.toList()));
            return byName.entrySet().stream()
                    .map(column -> new EncodedColumn(
                            column.getKey(),
                            column.getValue().stream()
                                    .mapToInt(ColumnEncoder::width)
                                    .sum(),
                            column.getValue().stream().map(EncoderText::of).toList()))
                    .toList();
        }
    }

    /// A column that is no input.
    ///
    /// @param findings why
    /// @param reason the same in words
    public record LeftOutColumn(String name, List<ColumnFinding> findings, String reason) {
        public LeftOutColumn {
            findings = List.copyOf(findings);
        }
    }

    /// An input that perhaps should not be one.
    ///
    /// @param words the finding in words
    /// @param remedies what to do if it is right
    public record DoubtedColumn(String name, ColumnFinding finding, String words, List<RemedyFacts> remedies) {
        public DoubtedColumn {
            remedies = List.copyOf(remedies);
        }

        private static DoubtedColumn of(InputColumns.Warning warning) {
            return new DoubtedColumn(
                    warning.name(),
                    warning.finding(),
                    warning.finding().text(),
                    warning.remedy().map(RemedyFacts::of).orElseGet(List::of));
        }
    }

    /// A network before its training.
    ///
    /// @param inputs the numbers that enter it
    /// @param layers first to last
    /// @param outputs the numbers that leave it
    /// @param parameters that training changes
    /// @param networks how many are trained
    public record PlannedNetwork(int inputs, List<LayerFacts> layers, int outputs, long parameters, int networks) {
        public PlannedNetwork {
            layers = List.copyOf(layers);
        }

        private static PlannedNetwork of(FitPlan plan) {
            var architecture = plan.first().architecture();
            return new PlannedNetwork(
                    architecture.inputs(),
                    LayerFacts.of(architecture),
                    architecture.outputs(),
                    architecture.parameterLayout().length(),
                    plan.networks());
        }
    }

    @Override
    public String report() {
        return "plan";
    }

    @Override
    public int version() {
        return 1;
    }
}
