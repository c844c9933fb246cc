package slope.recipe;

import java.util.List;
import java.util.function.Consumer;
import slope.layer.Activation;
import slope.optimizer.Optimizer;
import slope.target.NumberLoss;

/// A setting of a recipe, with its valid values.
///
/// @param <T> the type of its values
public final class Setting<T> {
    public static final Setting<List<Integer>> HIDDEN = new Setting<>(
            "hidden", units -> units.forEach(each -> atLeast1("a hidden layer needs at least 1 unit, not ", each)));
    public static final Setting<Activation> ACTIVATION = new Setting<>("activation", ignored -> {});
    public static final Setting<Optimizer> OPTIMIZER = new Setting<>("optimizer", ignored -> {});
    public static final Setting<Double> LEARNING_RATE = new Setting<>(
            "learning-rate",
            rate -> require(
                    rate > 0 && rate <= Double.MAX_VALUE, "the learning rate must be above 0 and finite, not ", rate));
    public static final Setting<Integer> BATCH_SIZE =
            new Setting<>("batch", rows -> atLeast1("a batch needs at least 1 row, not ", rows));
    public static final Setting<Integer> EPOCHS =
            new Setting<>("epochs", epochs -> atLeast1("training needs at least 1 epoch, not ", epochs));
    public static final Setting<Integer> PATIENCE =
            new Setting<>("patience", epochs -> atLeast1("patience must be at least 1 epoch, not ", epochs));
    public static final Setting<Double> DROPOUT = new Setting<>(
            "dropout", rate -> require(rate >= 0 && rate < 1, "dropout must be from 0 to below 1, not ", rate));
    public static final Setting<Double> WEIGHT_DECAY = new Setting<>(
            "weight-decay",
            decay -> require(
                    decay >= 0 && decay <= Double.MAX_VALUE,
                    "weight decay must be 0 or above and finite, not ",
                    decay));
    public static final Setting<Double> AVERAGED_EPOCHS = new Setting<>(
            "averaged-epochs",
            epochs -> require(
                    epochs >= 0 && epochs <= Double.MAX_VALUE,
                    "weights are averaged over 0 epochs or more, not ",
                    epochs));
    public static final Setting<Integer> SNAPSHOTS = new Setting<>(
            "snapshots", snapshots -> atLeast1("at least 1 snapshot of a training is kept, not ", snapshots));
    public static final Setting<Double> LABEL_SMOOTHING = new Setting<>(
            "label-smoothing",
            share -> require(share >= 0 && share < 1, "label smoothing must be from 0 to below 1, not ", share));
    public static final Setting<NumberLoss> LOSS = new Setting<>("loss", ignored -> {});
    public static final Setting<Integer> MEMBERS =
            new Setting<>("members", members -> atLeast1("an ensemble needs at least 1 member, not ", members));

    private final String title;
    private final Consumer<T> check;

    private Setting(String title, Consumer<T> check) {
        this.title = title;
        this.check = check;
    }

    /// Its name in options and reports.
    public String title() {
        return title;
    }

    /// Refuses values that no recipe accepts.
    ///
    /// @throws IllegalArgumentException with a sentence for people
    void check(T value) {
        check.accept(value);
    }

    private static void atLeast1(String sentence, int value) {
        require(value >= 1, sentence, value);
    }

    private static void require(boolean possible, String sentence, Object value) {
        if (!possible) {
            throw new IllegalArgumentException(sentence + value);
        }
    }
}
