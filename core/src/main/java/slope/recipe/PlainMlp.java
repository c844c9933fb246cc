package slope.recipe;

import java.util.List;
import java.util.Map;
import slope.kernel.Engine;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Dense;
import slope.layer.Initializer;
import slope.layer.Layer;
import slope.layer.LayerNorm;
import slope.layer.Residual;
import slope.loss.Loss;
import slope.network.Network;
import slope.optimizer.Lbfgs;
import slope.optimizer.LearningRate;
import slope.optimizer.Optimizer;
import slope.optimizer.UpdateRule;
import slope.preprocess.ColumnEncoders;
import slope.preprocess.OneHotEncoder;
import slope.preprocess.TableEncoder;
import slope.table.DataException;
import slope.table.Remedy;
import slope.table.Table;
import slope.target.NumberLoss;
import slope.target.Numbers;
import slope.target.Target;
import slope.target.TargetChoice;
import slope.target.TargetScale;
import slope.training.Examples;
import slope.training.Trainer;

/// The plain recipe: dense layers of one activation, one optimizer, one learning rate; simple
/// enough to teach.
public final class PlainMlp extends Recipe {
    /// The maximum one-hot inputs of a column; with the input for other categories it is 256. The
    /// first layer has a row of weights for each input, so a column of names would otherwise cost
    /// more than all the others together.
    private static final int MOST_ONE_HOT = 255;

    private static final int EPOCHS = 100;

    /// Of 100 epochs, without improvement, after which no table that was tried became better: decision 071.
    private static final int FEWEST_EPOCHS_OF_PATIENCE = 50;

    /// Numbers are standardised and categories one-hot: simple enough to compute by hand.
    static final ColumnEncoders ENCODERS = ColumnEncoders.of(training -> OneHotEncoder.fit(training, MOST_ONE_HOT));

    /// That of the MLP of Gorishniy et al. 2021 (arXiv 2106.11959, appendix E), with two layers at least,
    /// as residual blocks need.
    private static final SearchSpace SPACE = SearchSpace.empty()
            .with(Setting.HIDDEN, random -> SearchSpace.layers(random, 2, 8, List.of(32, 64, 128, 256, 512)))
            .with(Setting.LEARNING_RATE, random -> SearchSpace.logUniform(random, 1e-5, 1e-2))
            .with(Setting.WEIGHT_DECAY, random -> SearchSpace.zeroOrLogUniform(random, 1e-6, 1e-3));

    PlainMlp(Map<Setting<?>, Object> chosen) {
        super(chosen);
    }

    @Override
    public String title() {
        return "plain";
    }

    @Override
    public String summary() {
        return "dense layers, simple enough to teach";
    }

    @Override
    Recipe choosing(Map<Setting<?>, Object> choices) {
        return new PlainMlp(choices);
    }

    @Override
    void decide(Settings.Decisions decisions, Settings.Circumstances circumstances) {
        boolean isResidual = chosen(Setting.RESIDUAL).orElse(false);
        decisions
                .decide(
                        Setting.HIDDEN,
                        isResidual ? List.of(64, 64) : List.of(64, 32),
                        isResidual ? "residual blocks have one width" : "")
                .decide(Setting.ACTIVATION, Activation.RELU)
                .decide(Setting.NORM, Norm.NONE)
                .decide(Setting.RESIDUAL, false)
                .decide(Setting.LINEAR_PART, LinearPartChoice.NEVER);
        if (isResidual) {
            requireOneWidth(chosen(Setting.HIDDEN).orElse(List.of(64, 64)));
        }
        int patience =
                Math.max(FEWEST_EPOCHS_OF_PATIENCE, chosen(Setting.EPOCHS).orElse(EPOCHS) / 2);
        decideTraining(
                decisions, circumstances, patience, "%s, or half of the epochs".formatted(FEWEST_EPOCHS_OF_PATIENCE));
    }

    private static void requireOneWidth(List<Integer> hidden) {
        if (hidden.size() < 2 || hidden.stream().distinct().count() > 1) {
            throw new DataException(
                    "residual blocks need at least 2 hidden layers of one width, such as 64,64, not %s"
                            .formatted(SettingText.of(hidden)),
                    new Remedy.LeaveOutSetting(Setting.RESIDUAL.title()));
        }
    }

    /// The settings of the training alone, whatever the network is.
    ///
    /// @param reason of the patience
    static void decideTraining(
            Settings.Decisions decisions, Settings.Circumstances circumstances, int patience, String reason) {
        decisions.decide(Setting.OPTIMIZER, Optimizer.adam());
        if (decisions.optimizer() instanceof UpdateRule) {
            decisions.decide(Setting.LEARNING_RATE, 0.001).decide(Setting.BATCH_SIZE, 32);
        }
        decisions.decideWeightDecay("").decide(Setting.EPOCHS, EPOCHS).decide(Setting.PATIENCE, patience, reason);
        if (circumstances.target() instanceof Numbers) {
            decisions.decide(Setting.LOSS, NumberLoss.SQUARED);
        }
    }

    @Override
    SearchSpace searchSpace() {
        return SPACE;
    }

    @Override
    public TargetChoice.Fitted target(TargetChoice choice, Table rows) {
        return choice.fit(rows, TargetScale.Range.UNBOUNDED);
    }

    @Override
    public TableEncoder encoder(Table training) {
        return TableEncoder.fit(training, ENCODERS);
    }

    /// The network's outputs are logits or values, without activation. With residual blocks each
    /// hidden layer but the first, f, becomes x + f(x).
    @Override
    Architecture architecture(Settings settings, TableEncoder encoder, Target target, Table training) {
        Architecture architecture = Architecture.inputs(encoder.width());
        for (int units : settings.get(Setting.HIDDEN)) {
            List<Layer> hidden = hidden(settings, units);
            boolean isBlock =
                    settings.get(Setting.RESIDUAL) && !architecture.layers().isEmpty();
            for (Layer layer : isBlock ? List.of(new Residual(hidden)) : hidden) {
                architecture = architecture.with(layer);
            }
        }
        return architecture.dense(target.minimumOutputs(), Activation.IDENTITY);
    }

    /// One hidden layer.
    private static List<Layer> hidden(Settings settings, int units) {
        Activation activation = settings.get(Setting.ACTIVATION);
        return switch (settings.get(Setting.NORM)) {
            case NONE -> List.of(new Dense(units, activation, Dense.Bias.PRESENT));
            case LAYER -> List.of(new Dense(units, Activation.IDENTITY, Dense.Bias.ABSENT), new LayerNorm(activation));
        };
    }

    @Override
    public Network start(Settings settings, Architecture architecture, Examples training, long seed, Engine engine) {
        return Network.start(architecture, initializer(settings.get(Setting.ACTIVATION)), seed);
    }

    /// The initializer that suits the activation: He for ReLU-like functions, which halve the
    /// signal, LeCun for SELU, Glorot for the rest.
    private static Initializer initializer(Activation activation) {
        return switch (activation) {
            case Activation.Relu ignored -> Initializer.HE;
            case Activation.LeakyRelu ignored -> Initializer.HE;
            case Activation.Elu ignored -> Initializer.HE;
            case Activation.Gelu ignored -> Initializer.HE;
            case Activation.GeluTanh ignored -> Initializer.HE;
            case Activation.Silu ignored -> Initializer.HE;
            case Activation.Mish ignored -> Initializer.HE;
            case Activation.Selu ignored -> Initializer.LECUN;
            case Activation.Sigmoid ignored -> Initializer.GLOROT;
            case Activation.Tanh ignored -> Initializer.GLOROT;
            case Activation.Identity ignored -> Initializer.GLOROT;
            case Activation.Softmax ignored -> Initializer.GLOROT;
        };
    }

    @Override
    public Trainer trainer(Settings settings, Loss loss) {
        return oneRate(settings, loss);
    }

    /// One optimizer at one learning rate, or L-BFGS, which needs none.
    static Trainer oneRate(Settings settings, Loss loss) {
        Trainer trainer = Trainer.of(loss, settings.get(Setting.OPTIMIZER));
        return switch (trainer.optimizer()) {
            case UpdateRule ignored ->
                trainer.learningRate(LearningRate.constant(settings.get(Setting.LEARNING_RATE)))
                        .batchSize(settings.get(Setting.BATCH_SIZE));
            case Lbfgs ignored -> trainer;
        };
    }
}
