import slope.data.Table;
import slope.evaluation.Metric;
import slope.evaluation.Metrics;
import slope.evaluation.Predictions;
import slope.model.Model;
import slope.model.ModelTrainer;
import slope.model.Recipe;
import slope.model.TrainedModel;
import slope.network.Activation;
import slope.tables.ReadOptions;
import slope.tables.TableFiles;

void main() {
    Table penguins = TableFiles.read("examples/penguins.csv", ReadOptions.none());
    Recipe recipe = Recipe.plain().hidden(List.of(32)).activation(Activation.GELU);
    TrainedModel trained = ModelTrainer.forTarget("species").recipe(recipe).train(penguins);
    Model model = trained.model();
    Table keptApart = trained.validation();
    Predictions predictions = model.predict(keptApart);
    Metrics metrics = Metrics.of(predictions, model.target(), keptApart);
    IO.println("accuracy on the rows kept apart: " + metrics.score(Metric.ACCURACY));
    IO.println("log-loss on the rows kept apart: " + metrics.score(Metric.LOG_LOSS));
    IO.println("the first of them is a penguin of the species " + predictions.text(0));
}
