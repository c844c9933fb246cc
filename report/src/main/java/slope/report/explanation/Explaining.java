package slope.report.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import slope.explain.ColumnGroup;
import slope.explain.Explainer;
import slope.explain.Explainer.Orders;
import slope.explain.Wanted;
import slope.internal.table.RequiredColumns;
import slope.internal.text.NearestName;
import slope.model.Model;
import slope.model.RaisedExposures;
import slope.model.TrainingRanges;
import slope.model.UnseenValues;
import slope.report.explanation.ExplanationReport.ColumnFacts;
import slope.report.explanation.ImportanceFacts.Source;
import slope.report.model.TargetFacts;
import slope.run.ModelAndRows;
import slope.run.NonFiniteRows;
import slope.run.PredictedRows;
import slope.run.RecordedLoss;
import slope.run.RecordedRequest;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.ClassPredictions;
import slope.target.LabelPredictions;
import slope.target.NumberPredictions;
import slope.target.Predictions;
import slope.target.QuantilePredictions;

/// Gathers the facts of an explanation.
final class Explaining {
    /// Columns whose dependence is shown, if none is named.
    private static final int MOST_COLUMNS = 6;

    private static final int MOST_ROWS = 100;

    /// For the contributions of all rows together, about.
    private static final int PREDICTIONS = 1_000_000;

    private final ModelAndRows given;
    private final ExplanationRequest request;
    private final Model model;
    private final Table table;
    private final Explainer explainer; // on the scale of predictions
    private final Optional<Explainer> background; // the same by other rows
    private final Predictions predictions;

    Explaining(ModelAndRows given, Optional<ModelAndRows> background, ExplanationRequest request) {
        this.given = given;
        this.request = request;
        Model saved = given.model().model();
        this.model = saved.with(
                saved.record().weightColumn(RecordedLoss.of(given.model()).weightColumn()));
        this.table = given.table(request.columns().by().stream().toList());
        request.columns().dependence().forEach(this::requireRead);
        request.columns().pair().forEach(this::requireRead);
        request.columns().groups().stream()
                .map(ColumnGroup::columns)
                .forEach(names -> names.forEach(this::requireRead));
        request.row().fixed().forEach(this::requireRead);
        this.explainer = explainer(given, table);
        this.background = background.map(rows -> explainer(rows, rows.table(List.of())));
        this.predictions = model.predict(table);
    }

    private Explainer explainer(ModelAndRows given, Table rows) {
        if (rows.rows() == 0) {
            throw new DataException("%s has no row to explain the model by".formatted(given.rowsName()));
        }
        return Explainer.of(model, rows)
                .groups(request.columns().groups())
                .seed(request.seed())
                .orders(request.isExact() ? Orders.ALL : Orders.CHEAPEST);
    }

    private void requireRead(String column) {
        List<String> read = List.copyOf(model.columns().keySet());
        if (!read.contains(column) && table.find(column).isPresent()) {
            throw new DataException(
                    "the model does not read column \"%s\"; it reads %s".formatted(column, String.join(", ", read)));
        }
        RequiredColumns.requireAll(List.of(column), read);
    }

    ExplanationReport report() {
        Optional<Integer> row = request.row().number().map(this::index);
        Optional<ColumnFacts> columns =
                row.isPresent() ? Optional.empty() : Optional.of(new ColumnFacts(importance(), explainer.twins()));
        AttributionFacts attributions = attributions(row);
        return new ExplanationReport(
                model(row),
                columns,
                dependence(columns.map(facts -> mattering(facts.importance(), attributions))
                        .orElse(List.of())),
                attributions,
                row.flatMap(this::counterfactuals),
                request.columns().by().map(column -> SubgroupFacts.of(model, table, column, given.rowsName())));
    }

    private int index(int number) {
        if (number < 1 || number > table.rows()) {
            throw new DataException(String.format(
                    Locale.ROOT, "%s has no row %,d; its rows are 1 to %,d", given.rowsName(), number, table.rows()));
        }
        return number - 1;
    }

    private ExplainedModel model(Optional<Integer> row) {
        return new ExplainedModel(
                given.path().toString(),
                TargetFacts.of(model),
                shown(row),
                new ExplainedModel.Rows(
                        given.rowsName(),
                        table.rows(),
                        isTrainedOn(),
                        new PredictedRows(
                                NonFiniteRows.of(predictions),
                                UnseenValues.in(table, model.record().ranges()),
                                RaisedExposures.in(table, model),
                                RecordedRequest.overlap(given.model(), table))));
    }

    private boolean isTrainedOn() {
        return RecordedRequest.isTrainedOn(given.model(), table);
    }

    /// That of the training where these rows cannot tell more: the model learned from them, or they have no
    /// targets.
    private Optional<ImportanceFacts> importance() {
        boolean isTrainedOn = isTrainedOn();
        Optional<ImportanceFacts> recorded = model.record()
                .importance()
                .filter(none -> request.columns().groups().isEmpty() && (isTrainedOn || !hasTargets()))
                .map(importance -> ImportanceFacts.of(Source.OUT_OF_FOLD, importance));
        return recorded.or(() -> hasTargets()
                ? Optional.of(ImportanceFacts.of(
                        isTrainedOn ? Source.TRAINING_ROWS : Source.THESE_ROWS, explainer.importance()))
                : Optional.empty());
    }

    /// Whether a row has a value in each target column.
    private boolean hasTargets() {
        List<String> targets = model.target().columns();
        return targets.stream().allMatch(name -> table.find(name).isPresent())
                && IntStream.range(0, table.rows())
                        .anyMatch(row -> targets.stream()
                                .noneMatch(name -> table.column(name).isMissing(row)));
    }

    private AttributionFacts attributions(Optional<Integer> row) {
        Explainer by = request.byLink() ? background.orElse(explainer).byLink() : background.orElse(explainer);
        int count = Math.clamp(PREDICTIONS / by.predictionsOfRow(), 1, Math.min(MOST_ROWS, table.rows()));
        int[] rows = row.map(only -> new int[] {only})
                .orElseGet(() -> IntStream.range(0, count)
                        .map(index -> (int) ((long) index * table.rows() / count))
                        .toArray());
        return AttributionFacts.of(
                background.isPresent() ? by.attributions(table.select(rows)) : by.attributions(rows),
                table.select(rows),
                IntStream.of(rows)
                        .mapToObj(number -> new AttributionFacts.Told(
                                number + 1,
                                predictions.textOfRow(number),
                                TrainingRanges.unusual(model.record().ranges(), table, number)))
                        .toList());
    }

    /// The output that text and charts are about.
    private String shown(Optional<Integer> row) {
        List<String> outputs = outputs();
        if (request.output().isPresent()) {
            String asked = request.output().get();
            if (!outputs.contains(asked)) {
                throw new DataException("the model does not predict \"%s\"%s; it predicts %s"
                        .formatted(
                                asked,
                                NearestName.among(outputs, asked)
                                        .map(near -> " (did you mean \"" + near + "\"?)")
                                        .orElse(""),
                                String.join(", ", outputs)));
            }
            return asked;
        }
        return switch (predictions) {
            case ClassPredictions classes when outputs.size() == 2 -> outputs.getLast();
            case ClassPredictions classes ->
                outputs.get(row.map(classes::predicted).orElse(0));
            case QuantilePredictions quantiles -> outputs.get(outputs.size() / 2);
            case LabelPredictions labels ->
                request.row().wanted().stream()
                        .filter(Wanted.OfClass.class::isInstance)
                        .map(wanted -> ((Wanted.OfClass) wanted).name())
                        .filter(outputs::contains)
                        .findFirst()
                        .orElse(outputs.getFirst());
            case NumberPredictions numbers -> outputs.getFirst();
        };
    }

    private List<String> outputs() {
        return predictions instanceof ClassPredictions classes ? classes.classes() : predictions.names();
    }

    /// The columns that matter most, those of a group one by one.
    private List<String> mattering(Optional<ImportanceFacts> importance, AttributionFacts attributions) {
        List<String> names = importance
                .map(facts -> List.copyOf(facts.columns().keySet()))
                .orElseGet(() -> attributions.meanSizes().entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(
                                Comparator.comparingDouble(Explaining::sum).reversed()))
                        .map(Map.Entry::getKey)
                        .toList());
        return names.stream().flatMap(this::columns).limit(MOST_COLUMNS).toList();
    }

    private static double sum(Map<String, Double> sizes) {
        return sizes.values().stream().mapToDouble(size -> size).sum();
    }

    private Stream<String> columns(String name) {
        return explainer.groups().stream()
                .filter(group -> group.name().equals(name))
                .map(ColumnGroup::columns)
                .flatMap(List::stream);
    }

    private DependenceFacts dependence(List<String> usual) {
        List<String> asked = request.columns().dependence();
        List<String> pair = request.columns().pair();
        List<DependenceFacts.ColumnDependence> columns = new ArrayList<>();
        for (String column : asked.isEmpty() && pair.isEmpty() ? usual : asked) {
            columns.add(DependenceFacts.ColumnDependence.of(explainer.dependence(column)));
        }
        return new DependenceFacts(
                columns,
                pair.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                DependenceFacts.TwoColumns.of(explainer.dependence(pair.getFirst(), pair.getLast()))));
    }

    private Optional<CounterfactualFacts> counterfactuals(int row) {
        Optional<Wanted> wanted = request.row()
                .wanted()
                .or(() -> predictions instanceof ClassPredictions classes
                        ? Optional.of(new Wanted.AnotherClass(classes.text(row)))
                        : Optional.empty());
        Set<String> fixed = request.row().fixed();
        return wanted.map(each -> new CounterfactualFacts(
                words(each),
                background
                        .map(by -> by.counterfactuals(table, row, each, fixed))
                        .orElseGet(() -> explainer.counterfactuals(row, each, fixed))
                        .stream()
                        .map(found -> CounterfactualFacts.Found.of(found, outputs()))
                        .toList()));
    }

    private static String words(Wanted wanted) {
        return switch (wanted) {
            case Wanted.AnotherClass(String than) -> "another class than " + than;
            case Wanted.OfClass(String name) -> name;
            case Wanted.AtLeast(double number) -> "at least " + NumberColumn.text(number);
            case Wanted.AtMost(double number) -> "at most " + NumberColumn.text(number);
        };
    }
}
