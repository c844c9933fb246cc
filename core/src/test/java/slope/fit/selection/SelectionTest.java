package slope.fit.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import slope.Slope;
import slope.conformal.CoverageChoice;
import slope.evaluation.Evaluation;
import slope.evaluation.SetEvaluation;
import slope.fit.Estimator;
import slope.fit.FitPlan;
import slope.fit.RowSelection;
import slope.internal.random.SplitRandom;
import slope.metric.Metric;
import slope.model.FitRecord;
import slope.model.FittedNetwork;
import slope.model.Model;
import slope.model.RowSketch;
import slope.model.TrainingOverlap;
import slope.recipe.Recipe;
import slope.table.CategoryColumn;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.training.TrainingListener;

/// Selections among small networks that were trained in a moment.
class SelectionTest {
    private static final int ROWS = 120;
    private static final Table NOISE = table(0);
    private static final Table SIGNAL = table(2);

    private static FitPlan plan = plan(SIGNAL, 3);
    private static List<Candidate> candidates = List.of();

    @BeforeAll
    static void train() {
        candidates = candidates(SIGNAL, 3, 6);
    }

    @Test
    void theModelIsTheWeightedMeanOfTheSelectedNetworks() {
        Selection selection = Selection.of(plan, candidates);
        Model model = selection.model();
        double[] expected = new double[2 * ROWS];
        int sum = 0;
        for (int index = 0; index < candidates.size(); index++) {
            for (FittedNetwork network : candidates.get(index).networks()) {
                int weight = selection.counts().get(index);
                double[] decoded = network.decoded(SIGNAL);
                IntStream.range(0, expected.length).forEach(each -> expected[each] += weight * decoded[each]);
                sum += weight;
            }
        }
        double[] mean = new Model(model.members(), model.weights()).decoded(SIGNAL);
        for (int index = 0; index < mean.length; index++) {
            assertThat(mean[index]).isCloseTo(expected[index] / sum, within(1e-12));
        }
        assertThat(model.calibration()).isPresent();
    }

    @Test
    void itIsNoWorseThanTheBestCandidateInTheRowsThatSelectedIt() {
        Selection selection = Selection.of(plan, candidates);
        assertThat(selection.optimisticScore())
                .isLessThanOrEqualTo(selection.candidateScores().stream()
                        .min(Double::compare)
                        .orElseThrow());
        assertThat(selection.rows()).isEqualTo(ROWS);
        assertThat(selection.counts()).anyMatch(count -> count > 0);
    }

    /// Forty networks that know nothing: some look as if they knew something, and none is taken for it.
    @Test
    void ofNoiseTheFirstIsKept() {
        Selection selection = Selection.of(plan(NOISE, 3), candidates(NOISE, 3, 40));
        double nested = selection.scores().model().score(Metric.LOG_LOSS);
        double best = selection.candidateScores().stream().min(Double::compare).orElseThrow();
        assertThat(best).isLessThan(selection.scores().baseline().score(Metric.LOG_LOSS));
        assertThat(selection.gain().isClear()).isFalse();
        assertThat(selection.counts()).startsWith(1).hasSize(40);
        assertThat(selection.counts().subList(1, 40)).containsOnly(0);
        assertThat(nested).isGreaterThan(best);
    }

    @Test
    void whatIsClearlyBetterThanTheFirstIsSelected() {
        List<Candidate> some = new ArrayList<>(candidates);
        Recipe hardlyLearns = Recipe.plain().epochs(1).hidden(List.of(3)).learningRate(1e-6);
        some.addFirst(candidate("first", estimator(3).recipe(hardlyLearns), SIGNAL));
        Selection selection = Selection.of(plan, some);
        assertThat(selection.gain().isClear()).isTrue();
        assertThat(selection.gain().mean()).isGreaterThan(0.05);
        assertThat(selection.counts()).startsWith(0);
        assertThat(selection.scores().model().score(Metric.LOG_LOSS)).isLessThan(0.6);
    }

    @Test
    void aSingleFoldIsDividedForTheNestedScore() {
        Selection selection = Selection.of(plan(NOISE, 1), candidates(NOISE, 1, 40));
        assertThat(selection.rows()).isLessThan(ROWS / 2);
        assertThat(selection.scores().model().score(Metric.LOG_LOSS)).isGreaterThan(selection.optimisticScore());
    }

    @Test
    void onlyRowsThatAllCandidatesPredictAreScored() {
        List<Candidate> some = new ArrayList<>(candidates);
        Candidate last = some.removeLast();
        some.add(new Candidate(last.name(), last.networks().subList(0, 2)));
        Selection selection = Selection.of(plan, some);
        assertThat(selection.rows()).isEqualTo(2 * ROWS / 3);
    }

    /// Two networks that count three times are as much as three that count twice.
    @Test
    void candidatesOfFewerFoldsCountAsMuch() {
        Candidate three = candidates.getFirst();
        Candidate two = new Candidate("two", candidates.getLast().networks().subList(0, 2));
        Model model = SelectedNetworks.of(List.of(three, two), new int[] {1, 2}).model();
        assertThat(model.weights()).containsExactly(1, 1, 1, 3, 3);
    }

    @Test
    void theRecordTellsWhatWasSelected() {
        FitRecord record = Selection.of(plan, candidates).recorded("hash").record();
        assertThat(record.settings().get(FitRecord.SELECTION)).matches("\\d of 6 candidates: (plain \\d × \\d+(, )?)+");
        assertThat(record.data().hash()).isEqualTo("hash");
        assertThat(record.scores()).isNotEmpty();
        assertThat(record.importance()).isPresent();
    }

    /// What a single training tells, so that whatever reads the model need not know that it was selected.
    @Test
    void theRecordTellsAllThatASingleTrainingTells() {
        Model model = Selection.of(plan, candidates).recorded("hash");
        FitRecord record = model.record();
        assertThat(record.scores())
                .allSatisfy(score -> assertThat(score.linear()).isFinite())
                .hasSameSizeAs(estimator(3).fit(SIGNAL).record().scores());
        assertThat(record.bounds().orElseThrow().units()).isEqualTo(ROWS);
        assertThat(record.calibration()).isPresent();
        assertThat(record.slices()).isPresent();
        assertThat(record.data().sketch().orElseThrow().overlap(SIGNAL, RowSketch.columns(model)))
                .contains(new TrainingOverlap(ROWS, ROWS, ROWS));
    }

    /// The rows that are set aside are in no candidate, and the selection knows nothing of them either.
    @Test
    void theSelectedModelHasTheSetsThatAreAskedFor() {
        RowSelection rows = RowSelection.defaults().folds(2).coverage(CoverageChoice.of(0.9));
        Estimator estimator = estimator(2).rows(rows);
        List<Candidate> some = List.of(
                candidate(
                        "three",
                        estimator.recipe(Recipe.plain().hidden(List.of(3)).epochs(3)),
                        SIGNAL),
                candidate(
                        "five",
                        estimator.recipe(Recipe.plain().hidden(List.of(5)).epochs(3)),
                        SIGNAL));
        Model model = Selection.of(estimator.plan(SIGNAL), some).recorded("");
        Table aside = estimator.plan(SIGNAL).rows().conformal().orElseThrow();
        SetEvaluation sets = Evaluation.of(model, aside).sets().getFirst();
        assertThat(model.conformal().orElseThrow().quantiles().getFirst().rows())
                .isEqualTo(aside.rows());
        assertThat(sets.all().share()).isGreaterThanOrEqualTo(0.9);
        assertThat(model.record().settings()).containsEntry("coverage", "0.9");
        assertThat(model.record().data().sketch().orElseThrow().overlap(aside, RowSketch.columns(model)))
                .isEmpty();
    }

    @Test
    void sameCandidatesSameModel() {
        Model once = Selection.of(plan, candidates).model();
        Model again = Selection.of(plan, candidates(SIGNAL, 3, 6)).model();
        assertThat(again.weights()).isEqualTo(once.weights());
        assertThat(again.decoded(SIGNAL)).isEqualTo(once.decoded(SIGNAL));
    }

    @Test
    void nothingCannotBeSelected() {
        assertThatThrownBy(() -> Selection.of(plan, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a selection needs at least one candidate");
        assertThatThrownBy(() -> new Candidate("none", List.of())).hasMessage("a candidate needs at least one network");
    }

    private static FitPlan plan(Table table, int folds) {
        return estimator(folds).plan(table);
    }

    private static Estimator estimator(int folds) {
        return Slope.predict("y")
                .rows(RowSelection.defaults().folds(folds).validationShare(0.3))
                .recipe(Recipe.plain().epochs(3));
    }

    private static List<Candidate> candidates(Table table, int folds, int count) {
        List<Candidate> all = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            Recipe recipe = Recipe.plain().epochs(3).hidden(List.of(2 + number)).learningRate(0.02);
            all.add(candidate("plain " + number, estimator(folds).recipe(recipe), table));
        }
        return all;
    }

    private static Candidate candidate(String name, Estimator estimator, Table table) {
        return new Candidate(
                name,
                estimator.plan(table).train(TrainingListener.silent()).model().members());
    }

    /// @param signal how far the classes lie apart in the first column
    private static Table table(double signal) {
        double[][] cells = new double[4][ROWS];
        String[] classes = new String[ROWS];
        for (int row = 0; row < ROWS; row++) {
            SplitRandom random = SplitRandom.of(5, row);
            boolean isYes = random.nextBoolean();
            for (double[] column : cells) {
                column[row] = random.nextGaussian();
            }
            cells[0][row] += isYes ? signal : 0;
            classes[row] = isYes ? "yes" : "no";
        }
        return Table.of(
                NumberColumn.of("a", cells[0]),
                NumberColumn.of("b", cells[1]),
                NumberColumn.of("c", cells[2]),
                NumberColumn.of("d", cells[3]),
                CategoryColumn.of("y", classes));
    }
}
