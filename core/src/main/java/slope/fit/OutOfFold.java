package slope.fit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import slope.evaluation.Scores;
import slope.model.Model;
import slope.table.Table;
import slope.target.Predictions;
import slope.target.Target;

/// Out-of-fold predictions: each row of the training table is predicted by networks that were not
/// trained on it. It keeps no row of that table.
///
/// These rows chose the best epoch of the networks that predict them, so their scores are slightly
/// optimistic. Scores of a test table are not.
public final class OutOfFold {
    private final PostProcessing processing;
    private final int[] numbers;
    private final int[] networks;
    private final double[] decoded; // calibrated, see Target
    private final Scores scores;

    private OutOfFold(PostProcessing processing, int[] numbers, int[] networks, double[] decoded, Scores scores) {
        this.processing = processing;
        this.numbers = numbers;
        this.networks = networks;
        this.decoded = decoded;
        this.scores = scores;
    }

    static OutOfFold of(Fit fit, RowScorer scorer) {
        UsableRows usable = fit.plan().rows();
        List<NetworkPlan> folds = fit.folds();
        List<Model> models = fit.foldModels();
        Target target = models.getFirst().target();
        int[] networkOfRow = new int[usable.table().rows()]; // 0 where every network was trained on the row
        int width = target.width();
        double[] ofRow = new double[networkOfRow.length * width];
        for (int index = 0; index < models.size(); index++) {
            double[] decoded = models.get(index).decoded(folds.get(index).validation());
            int[] rows = folds.get(index).split().validation();
            for (int row = 0; row < rows.length; row++) {
                networkOfRow[rows[row]] = index + 1;
                System.arraycopy(decoded, row * width, ofRow, rows[row] * width, width);
            }
        }
        int[] rows = rowsOf(folds);
        int[] numbers = new int[rows.length];
        int[] networks = new int[rows.length];
        double[] decoded = new double[rows.length * width];
        for (int row = 0; row < rows.length; row++) {
            numbers[row] = usable.numberInTable(rows[row]);
            networks[row] = networkOfRow[rows[row]];
            System.arraycopy(ofRow, rows[row] * width, decoded, row * width, width);
        }
        Table predicted = usable.table().select(rows);
        PostProcessing processing = scorer.postProcessing(fit.plan(), decoded, predicted);
        double[] calibrated = processing.calibrated(decoded);
        Scores scores = scorer.scores(processing.target().predictions(calibrated), predicted);
        return new OutOfFold(processing, numbers, networks, calibrated, scores);
    }

    /// The usable rows that some network was not trained on, ascending.
    static int[] rowsOf(List<NetworkPlan> folds) {
        return folds.stream()
                .flatMapToInt(fold -> Arrays.stream(fold.split().validation()))
                .distinct()
                .sorted()
                .toArray();
    }

    /// The number of predicted rows; they are in the order of the training table.
    public int rows() {
        return numbers.length;
    }

    /// The model, with its probabilities calibrated and its rule of decisions chosen on these rows.
    Model completed(Model model) {
        return processing.of(model);
    }

    /// The scores of the predictions and of the baseline.
    public Scores scores() {
        return scores;
    }

    /// The predictions for the [#rows].
    public Predictions predictions() {
        return processing.target().predictions(decoded);
    }

    /// What they tell about the model.
    ///
    /// @param fit that made them
    FitDiagnosis diagnosis(Fit fit) {
        List<NetworkPlan> folds = fit.folds();
        Table rows = fit.plan().rows().table().select(rowsOf(folds));
        return FitDiagnosis.of(fit.plan(), folds.size(), processing.target(), decoded, rows);
    }

    /// Predictions for each row of the training table: out of fold for these rows, by the model for
    /// others.
    Predictions withOthers(Table table, Model model) {
        boolean[] isHere = new boolean[table.rows()];
        for (int number : numbers) {
            isHere[number] = true;
        }
        int[] others =
                IntStream.range(0, table.rows()).filter(row -> !isHere[row]).toArray();
        double[] all = new double[table.rows() * model.target().width()];
        place(decoded, numbers, all);
        place(model.decoded(table.select(others)), others, all);
        return model.predictions(all, table);
    }

    private static void place(double[] decoded, int[] rows, double[] all) {
        int width = rows.length == 0 ? 0 : decoded.length / rows.length;
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(decoded, row * width, all, rows[row] * width, width);
        }
    }

    /// The row number in the training table, from 0.
    ///
    /// @param row one of the [#rows]
    public int numberInTable(int row) {
        return numbers[row];
    }

    /// The network that predicted a row, from 1 in the order of training: with folds, the one that
    /// was not trained on it.
    ///
    /// @param row one of the [#rows]
    public int network(int row) {
        return networks[row];
    }
}
