package slope.recipe;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import slope.layer.Activation;
import slope.optimizer.Optimizer;
import slope.target.NumberLoss;

/// A setting of a recipe, with its valid values and the text that stands for each.
///
/// @param <T> the type of its values
public final class Setting<T> {
    public static final Setting<List<Integer>> HIDDEN = new Setting<>(
            "hidden",
            List.of(),
            Setting::wholeNumbers,
            units -> units.forEach(each -> atLeast1("a hidden layer needs at least 1 unit, not ", each)));
    public static final Setting<Activation> ACTIVATION = oneOf(
            "activation",
            Activation::title,
            List.of(
                    Activation.RELU,
                    Activation.LEAKY_RELU,
                    Activation.ELU,
                    Activation.SELU,
                    Activation.GELU,
                    Activation.GELU_TANH,
                    Activation.SILU,
                    Activation.MISH,
                    Activation.TANH,
                    Activation.SIGMOID,
                    Activation.IDENTITY));
    public static final Setting<Norm> NORM = oneOf("norm", Norm::title, List.of(Norm.values()));
    public static final Setting<Boolean> RESIDUAL = oneOf("residual", String::valueOf, List.of(false, true));
    public static final Setting<Optimizer> OPTIMIZER = oneOf(
            "optimizer",
            Optimizer::title,
            List.of(
                    Optimizer.adam(),
                    Optimizer.adamW(0.01),
                    Optimizer.sgd(),
                    Optimizer.momentum(0.9),
                    Optimizer.nesterov(0.9),
                    Optimizer.rmsProp(),
                    Optimizer.lbfgs()));
    public static final Setting<Double> LEARNING_RATE = number(
            "learning-rate",
            rate -> require(
                    rate > 0 && rate <= Double.MAX_VALUE, "the learning rate must be above 0 and finite, not ", rate));
    public static final Setting<Integer> BATCH_SIZE = count("batch", "a batch needs at least 1 row, not ");
    public static final Setting<Integer> EPOCHS = count("epochs", "training needs at least 1 epoch, not ");
    public static final Setting<Integer> PATIENCE = count("patience", "patience must be at least 1 epoch, not ");
    public static final Setting<Double> DROPOUT =
            number("dropout", rate -> require(rate >= 0 && rate < 1, "dropout must be from 0 to below 1, not ", rate));
    public static final Setting<Double> WEIGHT_DECAY = number(
            "weight-decay",
            decay -> require(
                    decay >= 0 && decay <= Double.MAX_VALUE,
                    "weight decay must be 0 or above and finite, not ",
                    decay));
    public static final Setting<Double> AVERAGED_EPOCHS = number(
            "averaged-epochs",
            epochs -> require(
                    epochs >= 0 && epochs <= Double.MAX_VALUE,
                    "weights are averaged over 0 epochs or more, not ",
                    epochs));
    public static final Setting<Integer> SNAPSHOTS =
            count("snapshots", "at least 1 snapshot of a training is kept, not ");
    public static final Setting<Double> LABEL_SMOOTHING = number(
            "label-smoothing",
            share -> require(share >= 0 && share < 1, "label smoothing must be from 0 to below 1, not ", share));
    public static final Setting<NumberLoss> LOSS = oneOf("loss", NumberLoss::title, List.of(NumberLoss.values()));
    public static final Setting<LinearPartChoice> LINEAR_PART =
            oneOf("linear-part", LinearPartChoice::title, List.of(LinearPartChoice.values()));
    public static final Setting<CalibrationChoice> CALIBRATION =
            oneOf("calibration", CalibrationChoice::title, List.of(CalibrationChoice.values()));
    public static final Setting<Integer> MEMBERS = count("members", "an ensemble needs at least 1 member, not ");

    /// Every setting.
    public static final List<Setting<?>> ALL = List.of(
            HIDDEN,
            ACTIVATION,
            NORM,
            RESIDUAL,
            OPTIMIZER,
            LEARNING_RATE,
            BATCH_SIZE,
            EPOCHS,
            PATIENCE,
            DROPOUT,
            WEIGHT_DECAY,
            AVERAGED_EPOCHS,
            SNAPSHOTS,
            LABEL_SMOOTHING,
            LOSS,
            LINEAR_PART,
            CALIBRATION,
            MEMBERS);

    private final String title;
    private final List<T> choices;
    private final Function<String, T> reader;
    private final Consumer<T> check;

    private Setting(String title, List<T> choices, Function<String, T> reader, Consumer<T> check) {
        this.title = title;
        this.choices = choices;
        this.reader = reader;
        this.check = check;
    }

    private static Setting<Integer> count(String title, String sentence) {
        return new Setting<>(title, List.of(), Setting::wholeNumber, count -> atLeast1(sentence, count));
    }

    private static Setting<Double> number(String title, Consumer<Double> check) {
        return new Setting<>(title, List.of(), Setting::number, check);
    }

    private static <T> Setting<T> oneOf(String title, Function<T, String> name, List<T> values) {
        List<String> names = values.stream().map(name).toList();
        Function<String, T> reader = text -> {
            require(names.contains(text), text + " is none of ", String.join(", ", names));
            return values.get(names.indexOf(text));
        };
        return new Setting<>(title, values, reader, ignored -> {});
    }

    /// Its name in options, requests and reports.
    public String title() {
        return title;
    }

    /// The values that it can have; empty where they are numbers.
    public List<T> choices() {
        return choices;
    }

    /// The value that a text stands for, as options and requests write it.
    ///
    /// @throws IllegalArgumentException with a sentence for people
    public T read(String text) {
        T value = reader.apply(text.strip());
        check(value);
        return value;
    }

    /// Refuses values that no recipe accepts.
    ///
    /// @throws IllegalArgumentException with a sentence for people
    void check(T value) {
        check.accept(value);
    }

    private static List<Integer> wholeNumbers(String text) {
        return text.equals("none")
                ? List.of()
                : Stream.of(text.split(",", -1)).map(Setting::wholeNumber).toList();
    }

    private static int wholeNumber(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("%s is no whole number".formatted(text), notANumber);
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("%s is no number".formatted(text), notANumber);
        }
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
