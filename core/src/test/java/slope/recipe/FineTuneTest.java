package slope.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slope.Slope;
import slope.fit.Estimator;
import slope.fit.FitPlan;
import slope.fit.FitResult;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Initializer;
import slope.metric.Metric;
import slope.model.FittedNetwork;
import slope.model.Model;
import slope.network.Network;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.NumberEncoder;
import slope.preprocess.Scaler;
import slope.preprocess.TableEncoder;
import slope.table.BooleanColumn;
import slope.table.Column;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.Classes;
import slope.target.Numbers;
import slope.target.Target;
import slope.target.TargetChoice;
import slope.target.TargetKind;
import slope.target.TargetScale;

/// Networks that were trained before are trained further on a table.
class FineTuneTest {
    private static final int ROWS = 200;

    @Test
    void itStartsWithTheGivenParametersAndLearnsMore() {
        FittedNetwork given = plain(2, numbers("y"), 1);
        Table table = table();
        FitResult trained = trainer("sum")
                .recipe(Recipe.fineTune(given).learningRate(0.02).epochs(60))
                .fit(table);
        Model before = new Model(
                trained.model().members().getFirst().encoding(), trained.model().target(), given.network());
        assertThat(rmse(trained.model(), table)).isLessThan(0.5 * rmse(before, table));
        Network after = trained.model().members().getFirst().network();
        assertThat(after.architecture()).isEqualTo(given.network().architecture());
        assertThat(trained.model().columns().keySet()).containsExactly("a", "b");
    }

    @Test
    void itGoesOnWhereItEnded() {
        Table table = table();
        Estimator trainer = trainer("sum");
        FittedNetwork once = trainer.recipe(Recipe.plain().epochs(2))
                .fit(table)
                .model()
                .members()
                .getFirst();
        FitPlan prepared = trainer.recipe(Recipe.fineTune(once).epochs(1)).plan(table);
        assertThat(prepared.first().encoder()).isEqualTo(once.encoding());
        assertThat(prepared.first().target()).isEqualTo(once.target());
    }

    @Test
    void classesAreThoseOfTheNetwork() {
        Classes classes = new Classes("out", List.of("0", "1"));
        Estimator trainer =
                trainer("positive").recipe(Recipe.fineTune(plain(2, classes, 1)).epochs(20));
        Model model = trainer.fit(table()).model();
        assertThat(model.target()).isEqualTo(new Classes("positive", List.of("0", "1")));
        assertRefused(
                trainer("sign").recipe(Recipe.fineTune(plain(2, classes, 1))),
                "column \"sign\" has \"false\", but the network's classes are 0, 1; write those instead");
    }

    @Test
    void aTableThatDoesNotSuitItIsRefused() {
        assertRefused(
                trainer("sum").recipe(Recipe.fineTune(plain(3, numbers("y"), 1))),
                "the network takes 3 inputs, but the table has 2 columns to use: a, b;"
                        + " it needs those it was trained on, in their order");
        assertRefused(
                Slope.predict("sum").recipe(Recipe.fineTune(plain(2, numbers("y"), 1))),
                "the network takes 2 inputs, but the table has 4 columns to use: a, b, positive, sign"
                        + " (leave 2 of them out)");
        assertRefused(
                Slope.predict("sum")
                        .ignoring(Set.of("a", "b", "positive"))
                        .recipe(Recipe.fineTune(plain(1, numbers("y"), 1))),
                "column \"sign\" has true/false; the network takes numbers as they are (leave the column out)");
        assertRefused(
                Slope.predict(TargetChoice.of("sum").kind(TargetKind.COUNT))
                        .ignoring(Set.of("positive", "sign"))
                        .recipe(Recipe.fineTune(plain(2, numbers("y"), 1))),
                "the network does regression and no regression of counts; leave the kind of target out");
        assertRefused(
                trainer("sum").recipe(Recipe.fineTune(plain(2, numbers("y"), 1)).hidden(List.of(3))),
                "the recipe fine-tune has no setting hidden for regression (leave it out)");
    }

    private static void assertRefused(Estimator trainer, String sentence) {
        assertThatThrownBy(() -> trainer.plan(table()))
                .isInstanceOf(DataException.class)
                .hasMessage(sentence);
    }

    private static Estimator trainer(String target) {
        return Slope.predict(target)
                .ignoring(Set.of("sum", "positive", "sign").stream()
                        .filter(name -> !name.equals(target))
                        .collect(java.util.stream.Collectors.toSet()));
    }

    private static Target numbers(String name) {
        return new Numbers(List.of(new TargetScale(name, 0, 1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)));
    }

    /// As another program's: columns x1, x2, …, taken as they are.
    private static FittedNetwork plain(int inputs, Target target, long seed) {
        Architecture architecture = Architecture.inputs(inputs)
                .dense(8, Activation.RELU)
                .dense(target.minimumOutputs(), Activation.IDENTITY);
        return new FittedNetwork(
                new TableEncoder(IntStream.rangeClosed(1, inputs)
                        .<ColumnEncoder>mapToObj(index -> new NumberEncoder("x" + index, 0, new Scaler.Unchanged()))
                        .toList()),
                target,
                Network.start(architecture, Initializer.HE, seed));
    }

    private static Table table() {
        double[] a = new double[ROWS];
        double[] b = new double[ROWS];
        double[] sum = new double[ROWS];
        double[] positive = new double[ROWS];
        BooleanColumn.Builder sign = new BooleanColumn.Builder("sign");
        for (int row = 0; row < ROWS; row++) {
            a[row] = StrictMath.sin(row);
            b[row] = StrictMath.cos(1.7 * row);
            sum[row] = 2 * a[row] - b[row];
            positive[row] = sum[row] > 0 ? 1 : 0;
            sign.add(sum[row] > 0);
        }
        List<Column> columns = List.of(
                NumberColumn.of("a", a),
                NumberColumn.of("b", b),
                NumberColumn.of("sum", sum),
                NumberColumn.of("positive", positive),
                sign.build());
        return new Table(columns);
    }

    private static double rmse(Model model, Table table) {
        return model.predict(table).scores(model.target().actual(table)).score(Metric.RMSE);
    }
}
