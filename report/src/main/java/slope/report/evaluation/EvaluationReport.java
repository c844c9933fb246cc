package slope.report.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import slope.evaluation.Evaluation;
import slope.model.Model;
import slope.onnx.ModelFile;
import slope.report.json.PageReport;
import slope.report.model.TargetFacts;
import slope.run.ModelAndRows;
import slope.run.RecordedLoss;
import slope.run.RecordedRequest;
import slope.table.Table;

/// A model scored on rows with known targets.
///
/// @param rows the scored rows
/// @param model the model
/// @param task what it predicts
/// @param scores of the model and of the best constant prediction
/// @param classes of classes and labels
/// @param numbers one for each predicted number, for quantiles the middle one; none for classes and labels
public record EvaluationReport(
        EvaluatedRows rows,
        EvaluatedModel model,
        TargetFacts task,
        EvaluationScores scores,
        Optional<EvaluatedClasses> classes,
        List<EvaluatedNumber> numbers)
        implements PageReport {

    public EvaluationReport {
        numbers = List.copyOf(numbers);
    }

    /// Predicts the rows that have a target, and scores them.
    ///
    /// @throws slope.table.DataException if the rows cannot be read or lack a column, or none can be
    ///     scored
    public static EvaluationReport of(ModelAndRows given) {
        return of(given.model(), given.path(), given.rowsName(), given.table(given.targets()));
    }

    /// The same for rows that come in groups.
    ///
    /// @param group the column whose values are the groups, in place of the one that the training kept together
    /// @throws slope.table.DataException as of the other one, or if the rows lack that column
    public static EvaluationReport of(ModelAndRows given, String group) {
        List<String> needed = new ArrayList<>(given.targets());
        needed.add(group);
        return of(given.model(), given.path(), given.rowsName(), given.table(needed), Optional.of(group));
    }

    /// The same for a table in memory.
    ///
    /// @param name the model's file
    /// @param file the rows' file as it was named
    /// @throws slope.table.DataException if the rows lack a column, or none can be scored
    public static EvaluationReport of(ModelFile saved, Path name, String file, Table table) {
        return of(
                saved,
                name,
                file,
                table,
                RecordedRequest.group(saved).filter(group -> table.find(group).isPresent()));
    }

    private static EvaluationReport of(ModelFile saved, Path name, String file, Table table, Optional<String> group) {
        Model model = saved.model()
                .with(saved.model().record().weightColumn(RecordedLoss.of(saved).weightColumn()));
        Evaluation evaluation = Evaluation.of(model, table, file);
        return new EvaluationReport(
                EvaluatedRows.of(saved, file, table, evaluation),
                EvaluatedModel.of(saved, name),
                TargetFacts.of(model),
                EvaluationScores.of(
                        evaluation,
                        model,
                        ScoredGroups.intervals(evaluation, group)
                                .lacking(group.isPresent() ? Optional.empty() : RecordedRequest.group(saved))),
                EvaluatedClasses.of(evaluation),
                EvaluatedNumber.of(evaluation));
    }

    @Override
    public String report() {
        return "evaluation";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String text(int width) {
        return new EvaluationText(this).within(width);
    }

    @Override
    public String page() {
        return new EvaluationPage(this).html();
    }

    /// Whether several labels are predicted, not classes.
    boolean hasLabels() {
        return task.classes().isEmpty();
    }

    /// `class` or `label`.
    String whatClassesAre() {
        return hasLabels() ? "label" : "class";
    }

    /// What to know before the scores are trusted, a sentence each; empty if there is nothing.
    List<String> notes() {
        Stream<String> predicted = rows.predicted().warnings().stream().map(warning -> warning + ".");
        Stream<String> others = Stream.of(
                        rows.trainedOn()
                                ? Optional.of(
                                        "The model was trained on %s: these are training scores, which say little about other rows."
                                                .formatted(rows.predicted().asTrainedOn()))
                                : Optional.<String>empty(),
                        rows.weight().map(EvaluatedRows.WeightColumn::sentence),
                        scores.intervals()
                                .sampling()
                                .lackedGroup()
                                .map(("Training kept the rows of each \"%s\" together; these rows lack that column, and"
                                        + " the intervals take them as independent.")::formatted))
                .flatMap(Optional::stream);
        return Stream.concat(predicted, others).toList();
    }
}
