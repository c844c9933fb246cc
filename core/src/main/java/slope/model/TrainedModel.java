package slope.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import slope.data.Table;
import slope.evaluation.Baseline;
import slope.evaluation.Metrics;
import slope.evaluation.Predictions;
import slope.training.Health;
import slope.training.TrainingResult;

/// A trained model with how it came about.
///
/// @param preparation what was decided about the table before training
/// @param model what predicts: the networks of the best epochs, or one that learned from all rows
/// @param judged what each training made by itself, which is judged by rows it did not learn from; fewer than
///     were to be trained if somebody ended the training
/// @param results the history of each network's training
public record TrainedModel(
        PreparedTraining preparation, Model model, List<Model> judged, List<TrainingResult> results) {

    public TrainedModel {
        judged = List.copyOf(judged);
        results = List.copyOf(results);
    }

    /// How each of the judged networks was prepared.
    public List<PreparedMember> trained() {
        return preparation.members().subList(0, judged.size());
    }

    /// How each network of the model was prepared, in their order: several snapshots of a training like each other.
    public List<PreparedMember> preparations() {
        List<Member> networks = new ArrayList<>();
        List<PreparedMember> preparations = new ArrayList<>();
        for (int index = 0; index < judged.size(); index++) {
            for (Member network : judged.get(index).members()) {
                networks.add(network);
                preparations.add(trained().get(index));
            }
        }
        return networks.equals(model.members())
                ? preparations
                : List.of(preparation.ofAllRows().orElseThrow());
    }

    /// The table of all rows that were kept apart from some network, in order.
    public Table validation() {
        return preparation.rows().table().select(validationRows());
    }

    /// What is said of the rows kept apart, each by the networks that did not learn from it.
    public Predictions validationPredictions() {
        int width = Outputs.width(model.target());
        double[] byRow = new double[preparation.rows().table().rows() * width];
        for (int index = 0; index < judged.size(); index++) {
            PreparedMember prepared = trained().get(index);
            double[] meanings = judged.get(index).meanings(prepared.validation());
            int[] rows = prepared.split().validation();
            for (int row = 0; row < rows.length; row++) {
                System.arraycopy(meanings, row * width, byRow, rows[row] * width, width);
            }
        }
        int[] rows = validationRows();
        double[] meanings = new double[rows.length * width];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(byRow, rows[row] * width, meanings, row * width, width);
        }
        return Outputs.predictions(model.target(), meanings);
    }

    /// The scores of the rows kept apart, and of the trivial prediction beside them.
    public Scores validationScores() {
        return scores(validationPredictions(), validation());
    }

    /// The scores of any rows with the columns of the training, such as rows that were never seen.
    public Scores scores(Table rows) {
        return scores(model.predict(rows), rows);
    }

    /// How the parts of each judged network do, by some of the rows it learned from.
    public List<Health> health() {
        List<Health> health = new ArrayList<>();
        for (int index = 0; index < judged.size(); index++) {
            health.add(trained().get(index).health(results.get(index).network()));
        }
        return health;
    }

    /// How good predictions are, and how good the trivial ones.
    public record Scores(int rows, Metrics model, Metrics baseline) {}

    private Scores scores(Predictions predictions, Table rows) {
        Predictions trivial = Baseline.predict(
                model.target(), preparation.members().getFirst().training(), rows);
        double[] actual = Metrics.actual(model.target(), rows);
        double[] weights = RowWeights.of(preparation.trainer().rows(), rows);
        return new Scores(rows.rows(), Metrics.of(predictions, actual, weights), Metrics.of(trivial, actual, weights));
    }

    private int[] validationRows() {
        return trained().stream()
                .flatMapToInt(member -> Arrays.stream(member.split().validation()))
                .distinct()
                .sorted()
                .toArray();
    }
}
