package slope.recipe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import slope.kernel.Engine;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.CategoryEmbedding;
import slope.layer.Dropout;
import slope.layer.FeatureEmbedding;
import slope.layer.FeatureEmbeddings;
import slope.layer.ParametricActivation;
import slope.layer.PassThrough;
import slope.layer.PeriodicEmbedding;
import slope.layer.Scale;
import slope.loss.Loss;
import slope.metric.Metric;
import slope.network.Network;
import slope.optimizer.Adam;
import slope.optimizer.LearningRate;
import slope.preprocess.BooleanEncoder;
import slope.preprocess.CodeEncoder;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.ColumnEncoders;
import slope.preprocess.Imputation;
import slope.preprocess.MissingIndicator;
import slope.preprocess.OneHotEncoder;
import slope.preprocess.OrdinalEncoder;
import slope.preprocess.Scaler;
import slope.preprocess.TableEncoder;
import slope.table.CategoryColumn;
import slope.table.Level;
import slope.table.Table;
import slope.target.Classes;
import slope.target.LossOptions;
import slope.target.NumberLoss;
import slope.target.Numbers;
import slope.target.Target;
import slope.target.TargetChoice;
import slope.target.TargetScale;
import slope.training.DataDrivenStart;
import slope.training.Examples;
import slope.training.Stopping;
import slope.training.Trainer;
import slope.training.TrainingOptions;
import slope.training.TrainingOptions.Kept;

/// The tuned recipe: RealMLP-TD (Holzmüller et al. 2024, arXiv 2407.04491), whose defaults its
/// authors tuned on 118 tables, so that users need not.
public final class RealMlp extends Recipe {
    private static final int FREQUENCIES = 16;
    private static final int MIXTURES = 3;
    private static final double SIGMA = 0.1;
    private static final int CATEGORY_DIMENSION = 8;

    private static final int MOST_SNAPSHOTS = 4;
    private static final int PATIENCE = 40;
    private static final double GROWTH_OF_PATIENCE = 3;

    private static final int MOST_ONE_HOT = 8;

    /// The space that its authors agreed on with TabArena (`tabarena-new` in pytabkit), as far as it is of
    /// settings.
    private static final SearchSpace SPACE = SearchSpace.empty()
            .with(Setting.HIDDEN, random -> SearchSpace.layers(random, 2, 4, List.of(256, 384, 512)))
            .with(Setting.ACTIVATION, random -> Activation.MISH)
            .with(Setting.DROPOUT, random -> SearchSpace.uniform(random, 0, 0.5))
            .with(Setting.LEARNING_RATE, random -> SearchSpace.logUniform(random, 0.02, 0.3))
            .with(Setting.WEIGHT_DECAY, random -> SearchSpace.logUniform(random, 0.001, 0.05))
            .with(Setting.LABEL_SMOOTHING, random -> SearchSpace.zeroOrLogUniform(random, 0.005, 0.1));

    /// Numbers and one-hot inputs are centred on the median, scaled by the interquartile range and
    /// smoothly clipped; categories of more than eight values become codes to embed.
    private static final ColumnEncoders ENCODERS = ColumnEncoders.of(RealMlp::category)
            .numbers(Imputation.MEAN, Scaler.Robust::fit)
            .missing(MissingIndicator::scaledRobustly)
            .booleans(BooleanEncoder::scaledRobustly)
            .exactSpikes();

    RealMlp(Map<Setting<?>, Object> chosen) {
        super(chosen);
    }

    @Override
    public String title() {
        return "tuned";
    }

    @Override
    public String summary() {
        return "accurate without tuning";
    }

    @Override
    Recipe choosing(Map<Setting<?>, Object> choices) {
        return new RealMlp(choices);
    }

    @Override
    void decide(Settings.Decisions decisions, Settings.Circumstances circumstances) {
        boolean classes = circumstances.target().isClassification();
        boolean smoothed = circumstances.metric().equals(Metric.ACCURACY);
        decisions
                .decide(Setting.HIDDEN, Collections.nCopies(3, 256))
                .decide(
                        Setting.ACTIVATION,
                        classes ? Activation.SELU : Activation.MISH,
                        classes ? "selu for classes" : "mish for numbers")
                .decideOptimizer(new Adam(0.9, 0.95, 1e-8), "β₂ = 0.95", 0.02, "decaying in the second half")
                .decide(Setting.LEARNING_RATE, learningRate(circumstances.target()), "at the peaks of four cycles")
                .decide(
                        Setting.BATCH_SIZE,
                        rowsOfBatch(circumstances.rows()),
                        String.format(Locale.ROOT, "by %,d training rows", circumstances.rows()))
                .decide(Setting.EPOCHS, 256)
                .decide(Setting.PATIENCE, PATIENCE, "epochs after three times the best one")
                .decide(Setting.DROPOUT, 0.15, "decaying in the second half")
                .decide(Setting.AVERAGED_EPOCHS, 1.0, "each epoch is scored by the mean of its steps")
                .decide(
                        Setting.SNAPSHOTS,
                        isSmall(circumstances.rows()) ? 1 : MOST_SNAPSHOTS,
                        isSmall(circumstances.rows())
                                ? "a small table has several folds instead"
                                : "the best of each cycle, if their mean is better");
        decisions.decide(Setting.LINEAR_PART, LinearPartChoice.AUTO, "where validation rows gain by it");
        if (circumstances.target() instanceof Classes) {
            decisions.decide(
                    Setting.LABEL_SMOOTHING,
                    smoothed ? 0.1 : 0.0,
                    smoothed ? "the metric is accuracy" : "the metric is not accuracy");
        }
        if (circumstances.target() instanceof Numbers) {
            decisions.decide(Setting.LOSS, NumberLoss.SQUARED);
        }
    }

    @Override
    public TargetChoice.Fitted target(TargetChoice choice, Table rows) {
        return choice.fit(rows, TargetScale.Range.OF_TRAINING);
    }

    @Override
    public TableEncoder encoder(Table training) {
        return TableEncoder.fit(training, ENCODERS);
    }

    private static ColumnEncoder category(CategoryColumn training) {
        List<Level> seen = Level.of(training);
        if (seen.size() > MOST_ONE_HOT) {
            return OrdinalEncoder.fit(training);
        }
        OneHotEncoder encoder = seen.size() == 2
                ? OneHotEncoder.binary(training.name(), seen.getFirst(), seen.getLast())
                : OneHotEncoder.oneHot(training.name(), seen, OneHotEncoder.OtherInput.ABSENT);
        return encoder.scaledRobustly(training);
    }

    /// Whether networks of several folds take no more than the allowed time.
    private static boolean isSmall(int rows) {
        return rows <= FoldDefaults.ROWS_OF_A_SMALL_TABLE / 2;
    }

    /// The stopping rule that TabArena's authors use for RealMLP.
    @Override
    public Stopping stopping(Settings settings) {
        return Stopping.after(settings.get(Setting.EPOCHS))
                .withGrowingPatience(GROWTH_OF_PATIENCE, settings.get(Setting.PATIENCE));
    }

    @Override
    SearchSpace searchSpace() {
        return SPACE;
    }

    /// The authors' learning rates for classification and regression. Counts are learned by a
    /// log-likelihood, like classes, and have the same rate.
    private static double learningRate(Target target) {
        return target.loss(target.width(), LossOptions.defaults())
                        .outputFunction()
                        .isPresent()
                ? 0.04
                : 0.2;
    }

    /// The authors' rule: about the same number of steps an epoch for every table size.
    private static int rowsOfBatch(int rows) {
        if (rows <= 1_024) {
            return 64;
        }
        if (rows <= 8_192) {
            return 128;
        }
        if (rows <= 30_000) {
            return 256;
        }
        return rows <= 100_000 ? 512 : 1_024;
    }

    @Override
    Architecture architecture(Settings settings, TableEncoder encoder, Target target, Table training) {
        Architecture architecture = Architecture.inputs(encoder.width())
                .with(new FeatureEmbeddings(parts(encoder)))
                .with(new Scale());
        for (int units : settings.get(Setting.HIDDEN)) {
            architecture = architecture
                    .dense(units, Activation.IDENTITY)
                    .with(new ParametricActivation(settings.get(Setting.ACTIVATION)))
                    .with(new Dropout(settings.get(Setting.DROPOUT)));
        }
        return architecture.dense(target.width(), Activation.IDENTITY);
    }

    /// Numbers get periodic embeddings, other inputs pass through, codes get category embeddings;
    /// [TableEncoder] has them in this order.
    private static List<FeatureEmbedding> parts(TableEncoder encoder) {
        int numbers = 0;
        int plain = 0;
        List<FeatureEmbedding> lookups = new ArrayList<>();
        for (ColumnEncoder column : encoder.columns()) {
            switch (column.inputKind()) {
                case NUMBER -> numbers += column.width();
                case PASS_THROUGH -> plain += column.width();
                case CATEGORY -> lookups.add(new CategoryEmbedding(((CodeEncoder) column).count(), CATEGORY_DIMENSION));
            }
        }
        List<FeatureEmbedding> parts = new ArrayList<>();
        if (numbers > 0) {
            parts.add(new PeriodicEmbedding(numbers, FREQUENCIES, MIXTURES, SIGMA));
        }
        if (plain > 0) {
            parts.add(new PassThrough(plain));
        }
        parts.addAll(lookups);
        return parts;
    }

    @Override
    public Network start(Settings settings, Architecture architecture, Examples training, long seed, Engine engine) {
        return DataDrivenStart.network(architecture, training, seed, engine);
    }

    @Override
    public int folds(double validationShare, int units) {
        return FoldDefaults.folds(validationShare, units);
    }

    @Override
    public Trainer trainer(Settings settings, Loss loss) {
        return Trainer.of(loss, settings.get(Setting.OPTIMIZER))
                .learningRate(new LearningRate.Coslog4(settings.get(Setting.LEARNING_RATE)))
                .batchSize(settings.get(Setting.BATCH_SIZE))
                .trainingOptions(TrainingOptions.realMlp()
                        .averagedEpochs(settings.get(Setting.AVERAGED_EPOCHS))
                        .kept(settings.get(Setting.SNAPSHOTS) == 1 ? Kept.BEST_EPOCH : Kept.BEST_OF_EACH_CYCLE));
    }
}
