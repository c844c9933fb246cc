package slope.report;

import java.util.List;
import slope.Slope;
import slope.fit.Estimator;
import slope.recipe.Recipe;
import slope.run.FinishedRun;
import slope.run.Run;
import slope.run.TrainingRequest;

/// Short trainings to report on.
public final class Trained {
    public static final String PENGUINS = "../examples/penguins.csv";

    private Trained() {}

    /// What is asked to train a few epochs of a small network on the penguins.
    public static TrainingRequest request(String... targets) {
        return request(Slope.predict(targets));
    }

    /// The same with an estimator's other choices.
    public static TrainingRequest request(Estimator estimator) {
        return TrainingRequest.of(
                PENGUINS, estimator.recipe(Recipe.plain().hidden(List.of(4)).epochs(3)));
    }

    /// Trains.
    public static FinishedRun run(TrainingRequest request) throws InterruptedException {
        return (FinishedRun) Run.of(request).start().await();
    }
}
