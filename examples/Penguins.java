import slope.fit.Estimator;
import slope.fit.FitResult;
import slope.fit.OutOfFold;
import slope.fit.RowSelection;
import slope.layer.Activation;
import slope.metric.Metric;
import slope.metric.Metrics;
import slope.recipe.Recipe;
import slope.table.Table;
import slope.tables.ReadOptions;
import slope.tables.TableFiles;

void main() {
    Table penguins = TableFiles.read("examples/penguins.csv", ReadOptions.none());
    Recipe recipe = Recipe.plain().hidden(List.of(32)).activation(Activation.GELU);
    Estimator trainer = Estimator.forTarget("species").recipe(recipe);
    FitResult trained = trainer.rows(RowSelection.usual().folds(5)).train(penguins);
    OutOfFold outOfFold = trained.outOfFold(); // each row predicted by the network that did not learn from it
    Metrics scores = trained.scores().model();
    IO.println("accuracy out of fold: " + scores.score(Metric.ACCURACY));
    IO.println("log-loss out of fold: " + scores.score(Metric.LOG_LOSS));
    IO.println("the first row is a penguin of the species " + outOfFold.predictions().text(0));
}
