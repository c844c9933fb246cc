package slope.serve.studio.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Epochs as columns: arrays of values, each with an entry for each epoch.
///
/// @param network from 1
/// @param epoch of the network, from 1
/// @param losses of training and validation rows
/// @param score of the validation rows, by the metric that chooses the best epoch
/// @param learningRate of its last step
/// @param best whether it was the best so far
public record EpochColumns(
        List<Number> network,
        List<Number> epoch,
        Losses losses,
        List<Number> score,
        List<Number> learningRate,
        List<Boolean> best) {

    /// Losses as columns; NaN where there is none.
    public record Losses(List<Number> training, List<Number> validation) {}

    static EpochColumns empty() {
        return new EpochColumns(
                new ArrayList<>(),
                new ArrayList<>(),
                new Losses(new ArrayList<>(), new ArrayList<>()),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    /// How many there are.
    public int size() {
        return epoch.size();
    }

    void add(Map<String, Object> event) {
        network.add(number(event, "network"));
        epoch.add(number(event, "epoch"));
        losses.training.add(number(event, "trainingLoss"));
        losses.validation.add(number(event, "validationLoss"));
        score.add(number(event, "score"));
        learningRate.add(number(event, "learningRate"));
        best.add(Boolean.TRUE.equals(event.get("best")));
    }

    private static Number number(Map<String, Object> event, String name) {
        return event.get(name) instanceof Number number ? number : Double.NaN;
    }

    /// The epochs from some on.
    EpochColumns from(int first) {
        return new EpochColumns(
                rest(network, first),
                rest(epoch, first),
                new Losses(rest(losses.training, first), rest(losses.validation, first)),
                rest(score, first),
                rest(learningRate, first),
                rest(best, first));
    }

    /// Forgets the epochs from some on.
    void forget(int kept) {
        for (List<?> column : List.of(network, epoch, losses.training, losses.validation, score, learningRate, best)) {
            column.subList(kept, column.size()).clear();
        }
    }

    private static <T> List<T> rest(List<T> column, int first) {
        return new ArrayList<>(column.subList(first, column.size()));
    }
}
