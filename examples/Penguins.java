import slope.data.Table;
import slope.evaluation.Metric;
import slope.evaluation.Metrics;
import slope.model.ModelTrainer;
import slope.model.OutOfFold;
import slope.model.Recipe;
import slope.model.RowChoice;
import slope.model.TrainedModel;
import slope.network.Activation;
import slope.tables.ReadOptions;
import slope.tables.TableFiles;

void main() {
    Table penguins = TableFiles.read("examples/penguins.csv", ReadOptions.none());
    Recipe recipe = Recipe.plain().hidden(List.of(32)).activation(Activation.GELU);
    ModelTrainer trainer = ModelTrainer.forTarget("species").recipe(recipe);
    TrainedModel trained = trainer.rows(RowChoice.usual().folds(5)).train(penguins);
    OutOfFold outOfFold = trained.outOfFold(); // each row predicted by the network that did not learn from it
    Metrics scores = trained.scores(outOfFold).model();
    IO.println("accuracy out of fold: " + scores.score(Metric.ACCURACY));
    IO.println("log-loss out of fold: " + scores.score(Metric.LOG_LOSS));
    IO.println("the first row is a penguin of the species " + outOfFold.predictions().text(0));
}
