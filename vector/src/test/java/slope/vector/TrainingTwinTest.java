package slope.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.kernel.Engine;
import slope.kernel.KernelsChoice;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.BatchEnsembleAdapter;
import slope.layer.BinEdges;
import slope.layer.CategoryEmbedding;
import slope.layer.Dense;
import slope.layer.Dropout;
import slope.layer.EnsembleHeads;
import slope.layer.FeatureEmbeddings;
import slope.layer.Initializer;
import slope.layer.LayerNorm;
import slope.layer.ParametricActivation;
import slope.layer.PassThrough;
import slope.layer.PeriodicEmbedding;
import slope.layer.PiecewiseLinearEmbedding;
import slope.layer.Residual;
import slope.layer.Scale;
import slope.loss.BinaryCrossEntropy;
import slope.loss.CustomLoss;
import slope.loss.HalfSquaredError;
import slope.loss.HuberLoss;
import slope.loss.Loss;
import slope.loss.MeanAbsoluteError;
import slope.loss.MeanSquaredError;
import slope.loss.MultiClassCrossEntropy;
import slope.loss.PoissonLoss;
import slope.loss.QuantileLoss;
import slope.loss.TweedieLoss;
import slope.network.Network;
import slope.network.Predictor;
import slope.optimizer.Adam;
import slope.optimizer.AdamW;
import slope.optimizer.Optimizer;
import slope.training.Examples;
import slope.training.Stopping;
import slope.training.Trainer;
import slope.training.TrainingOptions;
import slope.training.TrainingResult;

/// Whole trainings: scalar and vector kernels, one thread and several, leave the same bits in every
/// parameter, every reported loss and every prediction.
class TrainingTwinTest {
    /// Which input of the RealMLP is a code.
    private static final int CODE = 12;

    private static final List<Engine> ENGINES = Stream.of(KernelsChoice.scalar(), KernelsChoice.best())
            .flatMap(choice -> Stream.of(1, 2, 3, 5).map(threads -> new Engine(choice, threads)))
            .toList();

    record Case(String name, Architecture architecture, Loss loss, Optimizer optimizer, int rows, int batchSize) {
        @Override
        public String toString() {
            return name;
        }
    }

    /// Small ones that stay with one thread, and ones with operations that are worth sharing.
    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "L-BFGS",
                        Architecture.inputs(61).dense(131, Activation.TANH).dense(10, Activation.IDENTITY),
                        Loss.multiClassCrossEntropy(),
                        Optimizer.lbfgs(),
                        333,
                        128),
                new Case(
                        "narrow, sigmoid",
                        Architecture.inputs(3).dense(4, Activation.SIGMOID).dense(1, Activation.SIGMOID),
                        Loss.halfSquaredError(),
                        Optimizer.sgd(),
                        40,
                        7),
                new Case(
                        "classes, ReLU",
                        Architecture.inputs(61).dense(131, Activation.RELU).dense(10, Activation.IDENTITY),
                        Loss.multiClassCrossEntropy(),
                        Optimizer.adam(),
                        333,
                        128),
                new Case(
                        "logits, GELU and Mish",
                        Architecture.inputs(28)
                                .dense(150, Activation.GELU)
                                .dense(97, Activation.MISH)
                                .dense(3, Activation.IDENTITY),
                        Loss.binaryCrossEntropy(),
                        Optimizer.adamW(0.01),
                        300,
                        100),
                new Case(
                        "values, SELU, SiLU and tanh",
                        Architecture.inputs(97)
                                .dense(129, Activation.SELU)
                                .dense(64, Activation.SILU)
                                .dense(200, Activation.TANH)
                                .dense(65, Activation.LEAKY_RELU),
                        Loss.meanSquaredError(),
                        Optimizer.nesterov(0.9),
                        200,
                        90),
                new Case(
                        "shares, ELU and softmax",
                        Architecture.inputs(40).dense(300, Activation.ELU).dense(33, Activation.SOFTMAX),
                        Loss.meanSquaredError(),
                        Optimizer.momentum(0.9),
                        260,
                        256),
                new Case(
                        "RealMLP: features, factors, blends, dropout",
                        realMlp(),
                        new MultiClassCrossEntropy(0.1),
                        new AdamW(new Adam(0.9, 0.95, 1e-8), 0.02),
                        300,
                        128),
                new Case(
                        "layer norms and a residual block",
                        Architecture.inputs(40)
                                .with(new LayerNorm())
                                .dense(70, Activation.IDENTITY)
                                .with(new LayerNorm())
                                .with(new ParametricActivation(Activation.SILU))
                                .with(new Residual(List.of(
                                        new LayerNorm(Activation.GELU),
                                        new Dense(90, Activation.RELU, Dense.Bias.PRESENT),
                                        new Dropout(0.2),
                                        new Dense(70, Activation.IDENTITY, Dense.Bias.PRESENT))))
                                .with(new Dropout(0.1))
                                .dense(3, Activation.IDENTITY),
                        Loss.multiClassCrossEntropy(),
                        Optimizer.rmsProp().centered().momentum(0.5),
                        260,
                        100),
                new Case(
                        "TabM-mini: members",
                        members(),
                        Loss.multiClassCrossEntropy(),
                        Optimizer.adamW(0.0003),
                        300,
                        64));
    }

    private static Architecture members() {
        FeatureEmbeddings features = features();
        return new Architecture(features.inputs(), List.of(features))
                .with(new BatchEnsembleAdapter(List.of(7, 21, 5, 8, 16, 16), BatchEnsembleAdapter.Start.NORMAL))
                .dense(72, Activation.RELU)
                .with(new Dropout(0.1))
                .dense(64, Activation.RELU)
                .with(new EnsembleHeads(3))
                .members(4);
    }

    private static FeatureEmbeddings features() {
        return new FeatureEmbeddings(List.of(
                new PeriodicEmbedding(7, 16, 3, 0.1),
                new PassThrough(5),
                new CategoryEmbedding(11, 8),
                new PiecewiseLinearEmbedding(List.of(BinEdges.of(-1, 0, 0.5f, 2), BinEdges.of(0, 1)), 16)));
    }

    private static Architecture realMlp() {
        FeatureEmbeddings features = features();
        Architecture architecture = new Architecture(features.inputs(), List.of(features)).with(new Scale());
        for (int units : List.of(96, 70)) {
            architecture = architecture
                    .dense(units, Activation.IDENTITY)
                    .with(new ParametricActivation(units == 96 ? Activation.SELU : Activation.MISH))
                    .with(new Dropout(0.15));
        }
        return architecture.dense(3, Activation.IDENTITY);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyEngineTrainsTheSameNetwork(Case tested) {
        Examples training = draw(tested, tested.rows, 1);
        Examples validation = draw(tested, tested.rows / 3, 2);
        Network start = Network.start(tested.architecture, Initializer.HE, 5);
        TrainingResult expected = train(tested, ENGINES.getFirst(), start, training, validation);

        for (Engine engine : ENGINES) {
            TrainingResult actual = train(tested, engine, start, training, validation);
            assertThat(actual.network().parameters().toArray())
                    .as("parameters on %s", engine)
                    .isEqualTo(expected.network().parameters().toArray());
            assertThat(losses(actual)).as("losses on %s", engine).isEqualTo(losses(expected));
            assertThat(predict(actual.network(), engine, training))
                    .as("predictions on %s", engine)
                    .isEqualTo(predict(expected.network(), ENGINES.getFirst(), training));
        }
    }

    private static TrainingResult train(
            Case tested, Engine engine, Network start, Examples training, Examples validation) {
        return Trainer.of(tested.loss, tested.optimizer)
                .batchSize(tested.batchSize)
                .stopping(Stopping.after(3))
                .trainingOptions(
                        tested.architecture.layers().getFirst() instanceof FeatureEmbeddings
                                ? TrainingOptions.realMlp().maximumGradientNorm(0.5)
                                : TrainingOptions.none())
                .engine(engine)
                .train(start, training, validation);
    }

    private static List<Double> losses(TrainingResult result) {
        return result.history().stream()
                .flatMap(epoch ->
                        Stream.of(epoch.losses().training(), epoch.losses().validation()))
                .toList();
    }

    private static float[] predict(Network network, Engine engine, Examples examples) {
        int inputWidth = examples.inputWidth();
        float[] inputs = new float[examples.rows() * inputWidth];
        for (int row = 0; row < examples.rows(); row++) {
            examples.copyInputs(row, inputs, row * inputWidth);
        }
        float[] outputs = new float
                [examples.rows()
                        * network.architecture().members()
                        * network.architecture().outputs()];
        try (Predictor predictor = network.predictor(engine)) {
            predictor.predict(inputs, 0, examples.rows(), outputs, 0);
        }
        return outputs;
    }

    private static Examples draw(Case tested, int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int outputs = tested.architecture.outputs();
        float[] inputs = new float[rows * tested.architecture.inputs()];
        for (int index = 0; index < inputs.length; index++) {
            inputs[index] = (float) random.nextGaussian();
        }
        if (tested.architecture.layers().getFirst() instanceof FeatureEmbeddings) {
            for (int row = 0; row < rows; row++) {
                inputs[row * tested.architecture.inputs() + CODE] = random.nextInt(11);
            }
        }
        float[] targets = new float[rows * tested.loss.targetsFor(outputs)];
        for (int index = 0; index < targets.length; index++) {
            targets[index] = switch (tested.loss) {
                case HalfSquaredError _,
                        MeanSquaredError _,
                        MeanAbsoluteError _,
                        HuberLoss _,
                        QuantileLoss _,
                        CustomLoss _ -> random.nextFloat();
                case BinaryCrossEntropy _ -> random.nextInt(2);
                case MultiClassCrossEntropy _ -> random.nextInt(outputs);
                case PoissonLoss _ -> random.nextInt(4);
                case TweedieLoss _ -> 0.5f + random.nextInt(4);
            };
        }
        return Examples.of(inputs, tested.architecture.inputs(), targets, tested.loss.targetsFor(outputs));
    }
}
