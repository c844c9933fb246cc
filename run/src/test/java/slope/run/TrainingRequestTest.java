package slope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import slope.Slope;
import slope.conformal.CoverageChoice;
import slope.fit.ClassWeights;
import slope.fit.RowSelection;
import slope.fit.RowSelection.Refit;
import slope.layer.Activation;
import slope.metric.CustomMetric;
import slope.metric.Metric;
import slope.metric.ScoredRows;
import slope.optimizer.Optimizer;
import slope.recipe.CalibrationChoice;
import slope.recipe.LinearPartChoice;
import slope.recipe.Norm;
import slope.recipe.Recipe;
import slope.recipe.Setting;
import slope.table.DataException;
import slope.table.DateOrder;
import slope.table.Spelling;
import slope.tables.DecimalMark;
import slope.tables.Delimiter;
import slope.tables.Login;
import slope.tables.ReadOptions;
import slope.tables.ReadOptions.FirstLine;
import slope.tables.ReadOptions.Folders;
import slope.tables.TableSource;
import slope.target.NumberLoss;
import slope.target.TargetChoice;
import slope.target.TargetKind;
import slope.target.Threshold;
import slope.training.Divergence;

class TrainingRequestTest {
    @Test
    void theUsualRequestIsShort() {
        TrainingRequest request = TrainingRequest.of("penguins.csv", Slope.predict("species"));

        assertThat(request.toJson()).isEqualToIgnoringWhitespace("""
            {"version": 1, "table": {"file": "penguins.csv"}, "target": {"columns": ["species"]}}
            """);
    }

    @Test
    void everyPartIsTheSameAfterJson() {
        TrainingRequest request = full();

        TrainingRequest again = TrainingRequest.parse(request.toJson(), "request.json");

        assertThat(again.toJson()).isEqualTo(request.toJson());
        assertThat(again.table().location()).isEqualTo("claims, \"old\".csv");
        assertThat(again.reading().ignored()).containsExactlyInAnyOrder("id", "a,b");
        assertThat(again.reading().missing()).containsExactlyInAnyOrder("n/a", ",");
        assertThat(again.reading().dates()).isEqualTo(request.reading().dates());
        assertThat(again.reading().decimal()).isEqualTo(request.reading().decimal());
        assertThat(again.reading().notations()).isEqualTo(request.reading().notations());
        assertThat(again.test().map(TableSource::location)).contains("newer.csv");
        assertThat(again.threads()).contains(2);
        assertThat(again.model()).contains(Path.of("claims.onnx"));
        assertThat(again.predictions()).contains("-");
        assertThat(again.checkpoints()).hasValueSatisfying(checkpoints -> {
            assertThat(checkpoints.folder()).isEqualTo(Path.of("run"));
            assertThat(checkpoints.interval()).isEqualTo(Duration.ofMillis(1500));
            assertThat(checkpoints.resumes()).isFalse();
        });
        assertThat(again.estimator().target().columns()).containsExactly("claims", "b");
        assertThat(again.estimator().target().exposure()).contains("years");
        assertThat(again.estimator().target().positive()).contains("yes");
        assertThat(again.estimator().target().threshold()).contains(new Threshold.LowestCost(5, 0.5));
        assertThat(again.estimator().columns().kept()).containsExactly("code, of a \"thing\"");
        assertThat(again.estimator().rows().group()).contains("customer");
        assertThat(again.estimator().rows().folds()).contains(3);
        assertThat(again.estimator().rows().coverage())
                .contains(CoverageChoice.of(0.95).by("region"));
        assertThat(again.estimator().rows().classWeights())
                .isEqualTo(new ClassWeights.Given(Map.of("yes", 2.0, "no,", 0.5)));
        assertThat(again.estimator().seed()).isEqualTo(Long.MIN_VALUE);
        assertThat(again.estimator().metric()).contains(Metric.POISSON_DEVIANCE);
        assertThat(again.estimator().timeLimit()).contains(Duration.ofMillis(90_500));
        assertThat(again.estimator().divergence()).isEqualTo(Divergence.RECOVERS);
        for (Setting<?> setting : Setting.ALL) {
            assertThat(again.estimator().recipe().chosen(setting))
                    .as(setting.title())
                    .isPresent()
                    .isEqualTo(request.estimator().recipe().chosen(setting));
        }
    }

    private static TrainingRequest full() {
        ReadOptions reading = ReadOptions.none()
                .categorical(Set.of("region"))
                .numeric(Set.of("code"))
                .decimal(DecimalMark.COMMA)
                .notations(Map.of("price", "$1,234.5", "hour", "h:mm"))
                .ignored(Set.of("id", "a,b"))
                .missing(Set.of("n/a", ","))
                .missing("country, or \"land\"", Set.of())
                .missing("note", Set.of("-", "a=b"))
                .spelling(Spelling.SPACES_IGNORED)
                .firstLine(FirstLine.ROW)
                .delimiter(new Delimiter('\t'))
                .dates(Map.of("day", DateOrder.DAY_FIRST, "month", DateOrder.MONTH_FIRST, "year", DateOrder.YEAR_FIRST))
                .folders(Folders.COLUMNS);
        Recipe recipe = Recipe.ensemble()
                .hidden(List.of(64, 32))
                .activation(Activation.GELU_TANH)
                .optimizer(Optimizer.momentum(0.9))
                .learningRate(1e-7)
                .batchSize(128)
                .epochs(Integer.MAX_VALUE)
                .with(Setting.NORM, Norm.LAYER)
                .with(Setting.RESIDUAL, true)
                .with(Setting.LINEAR_PART, LinearPartChoice.ALWAYS)
                .with(Setting.CALIBRATION, CalibrationChoice.NONE)
                .with(Setting.PATIENCE, 7)
                .with(Setting.DROPOUT, 0.0)
                .with(Setting.WEIGHT_DECAY, 1e300)
                .with(Setting.AVERAGED_EPOCHS, 0.1 + 0.2)
                .with(Setting.SNAPSHOTS, 2)
                .with(Setting.LABEL_SMOOTHING, 0.25)
                .with(Setting.LOSS, NumberLoss.HUBER)
                .with(Setting.MEMBERS, 8);
        RowSelection rows = RowSelection.defaults()
                .validationShare(0.25)
                .group("customer")
                .weight("years")
                .classWeights(new ClassWeights.Given(Map.of("yes", 2.0, "no,", 0.5)))
                .coverage(CoverageChoice.of(0.95).by("region"))
                .folds(3);
        TargetChoice target = TargetChoice.of("claims", "b")
                .kind(TargetKind.COUNT)
                .exposure("years")
                .positive("yes")
                .threshold(new Threshold.LowestCost(5, 0.5))
                .power(1.75)
                .quantiles(List.of(0.1, 0.9));
        return TrainingRequest.of(
                        "claims, \"old\".csv",
                        Slope.predict(target)
                                .columns(slope.table.profile.ColumnSelection.defaults()
                                        .only("a", "b")
                                        .kept(Set.of("code, of a \"thing\"")))
                                .rows(rows)
                                .recipe(recipe)
                                .metric(Metric.POISSON_DEVIANCE)
                                .timeLimit(Duration.ofMillis(90_500))
                                .divergence(Divergence.RECOVERS)
                                .seed(Long.MIN_VALUE))
                .reading(reading)
                .test("newer.csv")
                .start(Path.of("older.onnx"))
                .threads(2)
                .model(Path.of("claims.onnx"))
                .predictions("-")
                .checkpoints(TrainingRequest.Checkpoints.in(Path.of("run")).interval(Duration.ofMillis(1500)));
    }

    @Test
    void theRecordNamesNoFileAndNothingOfTheMachine() {
        TrainingRequest recorded = full().recorded();

        assertThat(recorded.toJson())
                .doesNotContain("claims, ", "newer", "older", "onnx", "threads", "outputs", "checkpoints");
        assertThat(recorded.files(TableSource.of("claims, \"old\".csv"), full().start())
                        .toJson())
                .contains("older.onnx", "claims, \\\"old\\\".csv", "\"poisson-deviance\"");
    }

    @Test
    void classWeightsAndRefitAreOptional() {
        TrainingRequest request = TrainingRequest.parse("""
            {"target": {"columns": ["y"]}, "rows": {"refit": true, "classWeights": "balanced", "testShare": 0.1}}
            """, "request.json");

        assertThat(request.estimator().rows().refit()).isEqualTo(Refit.ALL_ROWS);
        assertThat(request.estimator().rows().classWeights()).isEqualTo(new ClassWeights.Balanced());
        assertThat(request.estimator().rows().testShare()).contains(0.1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                              | r.json is no JSON that can be read: line 1, column",
                "null                                           | r.json is no JSON object, such as",
                "``                                             | r.json is no JSON object, such as",
                "{} {}                                          | r.json goes on after the end of its JSON object",
                "{T, 'outputs': {'checkpoints': {}}}            | r.json: \"outputs.checkpoints.folder\" is needed",
                "{T, 'recipe': {'settings': {'epochs': '2'}}}   | r.json: \"recipe.settings.epochs\" is \"2\", not a"
                        + " number",
                "[1]                                            | r.json",
                "{} x                                           | r.json ",
                "{}                                             | r.json: \"target.columns\" is needed",
                "{'version': 2}                                 | r.json: \"version\" is 2; this version of Slope"
                        + " reads 1",
                "{T, 'tabel': {}}                               | r.json: a request has no \"tabel\"; did you mean"
                        + " \"table\"?",
                "{T, 'rows': {'fold': 3}}                       | r.json: a request has no \"rows.fold\"; did you mean"
                        + " \"folds\"?",
                "{T, 'rows': {'folds': 'five'}}                 | r.json: \"rows.folds\" is \"five\", not a whole"
                        + " number",
                "{T, 'rows': {'folds': 2.5}}                    | r.json: \"rows.folds\" is 2.5, not a whole number",
                "{T, 'rows': {'folds': 0}}                      | r.json: at least 1 fold is needed, not 0",
                "{T, 'rows': []}                                | r.json: \"rows\" is a list, not an object",
                "{T, 'rows': {'refit': null}}                   | r.json: \"rows.refit\" is null, not true or false",
                "{T, 'rows': {'validationShare': 1}}            | r.json: the validation share must be above 0 and"
                        + " below 1",
                "{T, 'rows': {'group': 'a', 'time': 'b'}}       | r.json: rows can be split by group or by time",
                "{T, 'rows': {'group': 'a', 'validationColumn': 'b'}} | r.json: a validation column says which rows"
                        + " validate, and so does a group column; choose one",
                "{T, 'rows': {'folds': 2, 'validationColumn': 'b'}} | r.json: folds have other validation rows each",
                "{T, 'rows': {'testShare': 0.1, 'testFile': 'b'}} | r.json: a file of test rows and a share",
                "{T, 'rows': {'classWeights': 'equal'}}         | r.json: \"rows.classWeights\" is \"equal\", not"
                        + " \"balanced\"",
                "{T, 'rows': {'classWeights': {'a': 'b'}}}      | r.json: \"rows.classWeights\" is an object, not",
                "{T, 'rows': {'classWeights': {'a': 0}}}        | r.json: class \"a\" has the weight \"0.0\"; a weight"
                        + " is a number above 0",
                "{T, 'training': {'metric': 'acuracy'}}         | r.json: \"training.metric\" is \"acuracy\", not one"
                        + " of accuracy,",
                "{T, 'training': {'threads': 0}}                | r.json: at least 1 thread is needed, not 0",
                "{T, 'training': {'timeLimitSeconds': 0}}       | r.json: the time limit must be longer than 0 s",
                "{T, 'training': {'timeLimitSeconds': 1e30}}    | r.json: \"training.timeLimitSeconds\" is 1.0E30",
                "{T, 'training': {'seed': 1.5}}                 | r.json: \"training.seed\" is 1.5, not a whole number",
                "{T, 'training': {'seed': 1, 'seed': 2}}        | r.json",
                "{T, 'recipe': {'name': 'best'}}                | r.json: \"recipe.name\" is \"best\", not one of"
                        + " tuned, ensemble, plain",
                "{T, 'recipe': {'settings': {'epochs': 0}}}     | r.json: \"recipe.settings.epochs\" cannot be used:"
                        + " training needs at least 1 epoch, not 0",
                "{T, 'recipe': {'settings': {'epochs': 'x'}}}   | r.json: \"recipe.settings.epochs\" is \"x\", not a"
                        + " number",
                "{T, 'recipe': {'settings': {'loss': 'mse'}}}   | r.json: \"recipe.settings.loss\" cannot be used: mse"
                        + " is none of squared, mae, huber",
                "{T, 'recipe': {'settings': {'dropout': true}}} | r.json: \"recipe.settings.dropout\" is true, not a"
                        + " number",
                "{T, 'table': {'file': 3}}                      | r.json: \"table.file\" is 3, not a text",
                "{T, 'inputs': {'ignored': 'id'}}               | r.json: \"inputs.ignored\" is \"id\", not a list of"
                        + " texts",
            })
    void whatCannotBeUsedIsOneSentence(String text, String sentence) {
        String json = text.replace("T,", "\"target\": {\"columns\": [\"y\"]},").replace('\'', '"');

        assertThatThrownBy(() -> TrainingRequest.parse(json, "r.json"))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(sentence)
                .message()
                .doesNotContain("\n");
    }

    /// What no request needs ends in a sentence, too.
    @ParameterizedTest
    @ValueSource(ints = {1_000, 100_000})
    void whatIsNestedDeepIsRefused(int depth) {
        assertThatThrownBy(() -> TrainingRequest.parse("{\"a\":".repeat(depth), "r.json"))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("r.json is no JSON that can be read: ");
    }

    @Test
    void whatHasNoNameIsRefusedInJson() {
        CustomMetric metric = new CustomMetric() {
            @Override
            public String title() {
                return "within a year";
            }

            @Override
            public Better better() {
                return Better.HIGHER;
            }

            @Override
            public double score(ScoredRows rows) {
                return 0;
            }
        };

        assertThatThrownBy(() -> TrainingRequest.of("a.csv", Slope.predict("y").metric(metric))
                        .toJson())
                .hasMessage("the metric within a year has no name in a request; it is set in Java alone");
        assertThatThrownBy(() -> TrainingRequest.of(
                                "a.csv",
                                Slope.predict("y").recipe(Recipe.plain().optimizer(Optimizer.momentum(0.8))))
                        .toJson())
                .hasMessageContaining("has no name in a request; it is set in Java alone");
    }

    @Test
    void aTableFromElsewhereIsSaidInBothWays() {
        TableSource rows = TableSource.of("jdbc:postgresql://me:swordfish@host/shop?password=swordfish&sslmode=require")
                .login(Login.none().user("me").password("swordfish"))
                .drivers(List.of(Path.of("drivers")));
        TrainingRequest request =
                TrainingRequest.of(rows.query("select 1"), Slope.predict("y")).test(rows.table("newer"));

        TrainingRequest again = TrainingRequest.parse(request.toJson(), "request");

        assertThat(again.toJson()).isEqualTo(request.toJson()).doesNotContain("swordfish");
        assertThat(again.table().location()).isEqualTo("jdbc:postgresql://host/shop?sslmode=require");
        assertThat(again.table().query()).contains("select 1");
        assertThat(again.test().flatMap(TableSource::table)).contains("newer");
        assertThat(again.table().drivers()).containsExactly(Path.of("drivers"));
        TableSource sheet = TableSource.of("a.xlsx").sheet("2026").format("xlsx");
        TrainingRequest book = TrainingRequest.of(sheet, Slope.predict("y")).test("b.xlsx");
        assertThat(TrainingRequest.parse(book.toJson(), "request").toJson())
                .isEqualTo(book.toJson())
                .contains("\"sheet\" : \"2026\"", "\"test\"");
    }

    @Test
    void aModelRecordsAQueryAndNoFile() {
        TableSource database =
                TableSource.of("jdbc:h2:mem:x;PASSWORD=swordfish").query("select 1");
        assertThat(database.recorded().location()).isEqualTo("jdbc:h2:mem:x");
        assertThat(database.recorded().query()).contains("select 1");
        assertThat(TableSource.of("secret.csv").recorded().isEmpty()).isTrue();
        assertThat(TableSource.of("secret.duckdb").query("select 1").recorded()).hasToString("select 1");
    }
}
