package slope.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import slope.kernel.Engine;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.BatchEnsembleAdapter;
import slope.layer.BinEdges;
import slope.layer.CategoryEmbedding;
import slope.layer.Dropout;
import slope.layer.EnsembleHeads;
import slope.layer.FeatureEmbedding;
import slope.layer.FeatureEmbeddings;
import slope.layer.Initializer;
import slope.layer.PassThrough;
import slope.layer.PiecewiseLinearEmbedding;
import slope.loss.Loss;
import slope.network.Network;
import slope.optimizer.Adam;
import slope.optimizer.LearningRate;
import slope.preprocess.CodeEncoder;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.ColumnEncoders;
import slope.preprocess.Imputation;
import slope.preprocess.InputKind;
import slope.preprocess.OneHotEncoder;
import slope.preprocess.OrdinalEncoder;
import slope.preprocess.Scaler;
import slope.preprocess.TableEncoder;
import slope.table.CategoryColumn;
import slope.table.Level;
import slope.table.Table;
import slope.target.NumberLoss;
import slope.target.Numbers;
import slope.target.Target;
import slope.target.TargetChoice;
import slope.target.TargetScale;
import slope.training.Examples;
import slope.training.Trainer;
import slope.training.TrainingOptions;

/// The ensemble recipe: TabM-mini with piecewise-linear embeddings (Gorishniy et al. 2024, arXiv
/// 2410.24210). Ensemble members share all layers except factors on their inputs and their last
/// layers. Each learns from its own batches, and predictions are their mean.
///
/// Its authors use 32 members of width 512, on GPUs. On two cores 4 of width 256 are as good as 8
/// or 16 in about half the time, and that time is better spent on folds (decision 035).
public final class TabM extends Recipe {
    private static final int BINS = 48;
    private static final int NUMBER_DIMENSION = 16;
    private static final int CATEGORY_DIMENSION = 8;
    private static final double MAXIMUM_GRADIENT_NORM = 1;
    private static final int FEWEST_EPOCHS_OF_PATIENCE = 16;
    private static final int FEWEST_STEPS_OF_PATIENCE = 1_000;

    private static final int MOST_ONE_HOT = 32;

    /// The authors' space (`paper/exp/tabm-mini-piecewiselinear/*/0-tuning.toml`) with their later advice
    /// to TabArena, as far as it is of settings. Theirs goes to 5 layers of width 1,024, for GPUs.
    private static final SearchSpace SPACE = SearchSpace.empty()
            .with(Setting.HIDDEN, random -> SearchSpace.layers(random, 2, 4, List.of(128, 192, 256, 384, 512)))
            .with(Setting.DROPOUT, random -> SearchSpace.isHeads(random) ? SearchSpace.uniform(random, 0, 0.5) : 0.0)
            .with(Setting.LEARNING_RATE, random -> SearchSpace.logUniform(random, 1e-4, 3e-3))
            .with(Setting.WEIGHT_DECAY, random -> SearchSpace.zeroOrLogUniform(random, 1e-4, 0.1));

    /// Numbers are transformed to a normal distribution, categories are one-hot with an input for
    /// other categories; columns of many categories become codes to embed.
    private static final ColumnEncoders ENCODERS =
            ColumnEncoders.of(TabM::category).numbers(Imputation.MEAN, Scaler.Normal::fit);

    TabM(Map<Setting<?>, Object> chosen) {
        super(chosen);
    }

    @Override
    public String title() {
        return "ensemble";
    }

    @Override
    public String summary() {
        return "an ensemble in one network, slower";
    }

    @Override
    Recipe choosing(Map<Setting<?>, Object> choices) {
        return new TabM(choices);
    }

    @Override
    void decide(Settings.Decisions decisions, Settings.Circumstances circumstances) {
        int batchSize = rowsOfBatch(circumstances.rows());
        decisions
                .decide(Setting.MEMBERS, 4)
                .decide(Setting.HIDDEN, List.of(256, 256))
                .decide(Setting.ACTIVATION, Activation.RELU)
                .decideOptimizer(new Adam(0.9, 0.999, 1e-8), "", 0.0003, "")
                .decide(Setting.LEARNING_RATE, 0.002)
                .decide(
                        Setting.BATCH_SIZE,
                        batchSize,
                        String.format(Locale.ROOT, "by %,d training rows", circumstances.rows()))
                .decide(Setting.EPOCHS, 256)
                .decide(
                        Setting.PATIENCE,
                        patience(
                                circumstances.rows(), chosen(Setting.BATCH_SIZE).orElse(batchSize)),
                        String.format(
                                Locale.ROOT,
                                "%s epochs, or as many as %,d steps take",
                                FEWEST_EPOCHS_OF_PATIENCE,
                                FEWEST_STEPS_OF_PATIENCE))
                .decide(Setting.DROPOUT, 0.1)
                .decide(Setting.AVERAGED_EPOCHS, 1.0, "each epoch is scored by the mean of its steps");
        decisions.decide(Setting.LINEAR_PART, LinearPartChoice.AUTO, "where validation rows gain by it");
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
        return Level.of(training).size() > MOST_ONE_HOT
                ? OrdinalEncoder.fit(training)
                : OneHotEncoder.fit(training, MOST_ONE_HOT);
    }

    @Override
    SearchSpace searchSpace() {
        return SPACE;
    }

    /// The authors' rule.
    private static int rowsOfBatch(int rows) {
        if (rows < 2_800) {
            return 32;
        }
        if (rows < 4_500) {
            return 64;
        }
        if (rows < 6_400) {
            return 128;
        }
        if (rows < 32_000) {
            return 256;
        }
        return rows < 108_000 ? 512 : 1_024;
    }

    /// The authors' patience is 16 epochs. On a small table those are a hundred steps, in which
    /// nothing is learned yet.
    private static int patience(int rows, int batchSize) {
        int stepsOfEpoch = Math.ceilDiv(rows, batchSize);
        return Math.max(FEWEST_EPOCHS_OF_PATIENCE, Math.ceilDiv(FEWEST_STEPS_OF_PATIENCE, stepsOfEpoch));
    }

    /// The training rows define the bins of each number.
    @Override
    Architecture architecture(Settings settings, TableEncoder encoder, Target target, Table training) {
        List<FeatureEmbedding> parts = new ArrayList<>();
        List<Integer> chunks = new ArrayList<>();
        addNumbers(encoder, encoder.encode(training), parts, chunks);
        int plain = 0;
        List<FeatureEmbedding> lookups = new ArrayList<>();
        for (ColumnEncoder column : encoder.columns()) {
            switch (column.inputKind()) {
                case NUMBER -> {}
                case PASS_THROUGH -> {
                    plain += column.width();
                    chunks.add(column.width());
                }
                case CATEGORY -> lookups.add(new CategoryEmbedding(((CodeEncoder) column).count(), CATEGORY_DIMENSION));
            }
        }
        if (plain > 0) {
            parts.add(new PassThrough(plain));
        }
        parts.addAll(lookups);
        lookups.forEach(lookup -> chunks.add(lookup.outputs()));
        Architecture architecture = Architecture.inputs(encoder.width())
                .with(new FeatureEmbeddings(parts))
                .with(new BatchEnsembleAdapter(chunks, BatchEnsembleAdapter.Start.NORMAL))
                .members(settings.get(Setting.MEMBERS));
        for (int units : settings.get(Setting.HIDDEN)) {
            architecture = architecture
                    .dense(units, settings.get(Setting.ACTIVATION))
                    .with(new Dropout(settings.get(Setting.DROPOUT)));
        }
        return architecture.with(new EnsembleHeads(target.width()));
    }

    private static void addNumbers(
            TableEncoder encoding, float[] inputs, List<FeatureEmbedding> parts, List<Integer> chunks) {
        List<BinEdges> edges = new ArrayList<>();
        for (int column = 0; column < encoding.columns().size(); column++) {
            if (encoding.columns().get(column).inputKind() == InputKind.NUMBER) {
                edges.add(edges(inputs, column, encoding.width())); // numbers come first and are one input each
                chunks.add(NUMBER_DIMENSION);
            }
        }
        if (!edges.isEmpty()) {
            parts.add(new PiecewiseLinearEmbedding(edges, NUMBER_DIMENSION));
        }
    }

    /// The bins of one input.
    private static BinEdges edges(float[] inputs, int input, int width) {
        float[] values = new float[inputs.length / width];
        for (int row = 0; row < values.length; row++) {
            values[row] = inputs[row * width + input];
        }
        return BinEdges.ofQuantiles(values, BINS);
    }

    @Override
    public Network start(Settings settings, Architecture architecture, Examples training, long seed, Engine engine) {
        return Network.start(architecture, Initializer.FAN_IN, seed);
    }

    @Override
    public int folds(double validationShare, int units) {
        return FoldDefaults.folds(validationShare, units);
    }

    @Override
    public Trainer trainer(Settings settings, Loss loss) {
        return Trainer.of(loss, settings.get(Setting.OPTIMIZER))
                .learningRate(LearningRate.constant(settings.get(Setting.LEARNING_RATE)))
                .batchSize(settings.get(Setting.BATCH_SIZE))
                .trainingOptions(TrainingOptions.none()
                        .maximumGradientNorm(MAXIMUM_GRADIENT_NORM)
                        .averagedEpochs(settings.get(Setting.AVERAGED_EPOCHS)));
    }
}
