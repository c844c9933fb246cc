package slope.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import slope.internal.random.SplitRandom;
import slope.kernel.Engine;
import slope.kernel.Kernels;
import slope.layer.ParameterLayout.Role;
import slope.loss.Loss;
import slope.network.Network;
import slope.optimizer.LearningRate;
import slope.optimizer.Optimizer;
import slope.reference.ForwardPass;
import slope.reference.Matrix;
import slope.reference.ReferenceNetwork;
import slope.training.FloatGradient;
import slope.training.Problems;
import slope.training.Stopping;
import slope.training.Trainer;
import slope.training.TrainingResult;

class CustomLayerTest {
    /// The example of [CustomLayer].
    record Doubled() implements CustomLayer {
        @Override
        public String title() {
            return "doubled";
        }

        @Override
        public int outputs(int inputs) {
            return inputs;
        }

        @Override
        public void forward(Kernels kernels, LayerRows rows, int start, int end) {
            int width = rows.inputWidth();
            for (int at = 0; at < (end - start) * width; at++) {
                rows.outputs()[start * width + at] = 2 * rows.inputs()[rows.inputAt(start) + at];
            }
        }

        @Override
        public void backward(Kernels kernels, LayerRows rows, int start, int end) {
            int width = rows.inputWidth();
            for (int at = start * width; at < end * width; at++) {
                rows.inputGradient()[at] = 2 * rows.outputGradient()[at];
            }
        }
    }

    /// A gated linear unit (Dauphin et al. 2017, arXiv 1612.08083): (x·W + b) ⊙ σ(x·V), V behind W in one matrix.
    record GatedLinear(int outputs) implements CustomLayer {
        @Override
        public String title() {
            return "gated linear";
        }

        @Override
        public int outputs(int inputs) {
            return outputs;
        }

        @Override
        public List<Parameter> parameters(int inputs, int members) {
            return List.of(
                    new Parameter(Role.WEIGHTS, inputs, 2 * outputs),
                    new Parameter(Role.BIAS, 1, outputs, ParameterStart.constant(0)));
        }

        @Override
        public void forward(Kernels kernels, LayerRows rows, int start, int end) {
            for (int row = start; row < end; row++) {
                for (int unit = 0; unit < outputs; unit++) {
                    rows.outputs()[row * outputs + unit] = value(rows, row, unit) * gate(rows, row, unit);
                }
            }
        }

        @Override
        public void backward(Kernels kernels, LayerRows rows, int start, int end) {
            for (int row = start; row < end; row++) {
                for (int input = 0; input < rows.inputWidth(); input++) {
                    int weights = rows.parameterAt(Role.WEIGHTS) + input * 2 * outputs;
                    float sum = 0;
                    for (int unit = 0; unit < outputs; unit++) {
                        sum += ofValue(rows, row, unit) * rows.parameters()[weights + unit]
                                + ofGate(rows, row, unit) * rows.parameters()[weights + outputs + unit];
                    }
                    rows.inputGradient()[row * rows.inputWidth() + input] = sum;
                }
            }
        }

        @Override
        public void addGradient(Kernels kernels, LayerRows rows, int end) {
            int bias = rows.parameterAt(Role.BIAS);
            for (int row = 0; row < end; row++) {
                for (int unit = 0; unit < outputs; unit++) {
                    float ofValue = ofValue(rows, row, unit);
                    float ofGate = ofGate(rows, row, unit);
                    rows.gradient()[bias + unit] += ofValue;
                    for (int input = 0; input < rows.inputWidth(); input++) {
                        int weights = rows.parameterAt(Role.WEIGHTS) + input * 2 * outputs;
                        float entering = rows.inputs()[rows.inputAt(row) + input];
                        rows.gradient()[weights + unit] += ofValue * entering;
                        rows.gradient()[weights + outputs + unit] += ofGate * entering;
                    }
                }
            }
        }

        private float ofValue(LayerRows rows, int row, int unit) {
            return rows.outputGradient()[row * outputs + unit] * gate(rows, row, unit);
        }

        private float ofGate(LayerRows rows, int row, int unit) {
            float gate = gate(rows, row, unit);
            return rows.outputGradient()[row * outputs + unit] * value(rows, row, unit) * gate * (1 - gate);
        }

        private float value(LayerRows rows, int row, int unit) {
            return rows.parameters()[rows.parameterAt(Role.BIAS) + unit] + product(rows, row, unit);
        }

        private float gate(LayerRows rows, int row, int unit) {
            return (float) (1 / (1 + StrictMath.exp(-product(rows, row, outputs + unit))));
        }

        private float product(LayerRows rows, int row, int column) {
            float sum = 0;
            for (int input = 0; input < rows.inputWidth(); input++) {
                sum += rows.inputs()[rows.inputAt(row) + input]
                        * rows.parameters()[rows.parameterAt(Role.WEIGHTS) + input * 2 * outputs + column];
            }
            return sum;
        }
    }

    /// [Scale], written by hand.
    record OwnScale() implements CustomLayer {
        @Override
        public String title() {
            return "own scale";
        }

        @Override
        public int outputs(int inputs) {
            return inputs;
        }

        @Override
        public List<Parameter> parameters(int inputs, int members) {
            return List.of(new Parameter(Role.SCALE, 1, inputs, ParameterStart.constant(1)));
        }

        @Override
        public void forward(Kernels kernels, LayerRows rows, int start, int end) {
            for (int row = start; row < end; row++) {
                kernels.elementwise()
                        .multiplyEach(
                                rows.inputs(),
                                rows.inputAt(row),
                                rows.parameters(),
                                rows.parameterAt(Role.SCALE),
                                rows.outputs(),
                                row * rows.inputWidth(),
                                rows.inputWidth());
            }
        }

        @Override
        public void backward(Kernels kernels, LayerRows rows, int start, int end) {
            for (int row = start; row < end; row++) {
                int at = row * rows.inputWidth();
                kernels.elementwise()
                        .multiplyEach(
                                rows.outputGradient(),
                                at,
                                rows.parameters(),
                                rows.parameterAt(Role.SCALE),
                                rows.inputGradient(),
                                at,
                                rows.inputWidth());
            }
        }

        @Override
        public void addGradient(Kernels kernels, LayerRows rows, int end) {
            for (int row = 0; row < end; row++) {
                kernels.elementwise()
                        .addProducts(
                                rows.outputGradient(),
                                row * rows.inputWidth(),
                                rows.inputs(),
                                rows.inputAt(row),
                                rows.gradient(),
                                rows.parameterAt(Role.SCALE),
                                rows.inputWidth());
            }
        }
    }

    /// Batches of 32 rows, which the built-in layer adds up in the same order.
    @Test
    void aScaleByHandTrainsToTheSameBits() {
        for (int place = 0; place < 2; place++) {
            assertThat(train(with(new OwnScale(), place), 4)
                            .network()
                            .parameters()
                            .toArray())
                    .isEqualTo(train(with(new Scale(), place), 4)
                            .network()
                            .parameters()
                            .toArray());
        }
    }

    @Test
    void threadsChangeNoBit() {
        Architecture wide = Architecture.inputs(2).with(new GatedLinear(300)).dense(1, Activation.IDENTITY);
        assertThat(train(wide, 4).network().parameters().toArray())
                .isEqualTo(train(wide, 1).network().parameters().toArray());
    }

    @Test
    void aNetworkLearnsWithIt() {
        TrainingResult trained = train(
                Architecture.inputs(2)
                        .with(new GatedLinear(16))
                        .with(new Doubled())
                        .dense(1, Activation.IDENTITY),
                1);
        assertThat(trained.best().losses().training())
                .isLessThan(0.2 * trained.history().getFirst().losses().training());
    }

    /// As the first layer, where only parameters have a gradient, and behind another.
    @Property(seed = "1")
    void gradientsAreCentralDifferences(
            @ForAll @IntRange(min = 0, max = 1) int place,
            @ForAll @IntRange(min = 1, max = 5) int units,
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll long seed) {
        Architecture architecture = with(new GatedLinear(units), place);
        Network network = Network.start(architecture, Initializer.GLOROT, seed & 0xffff);
        SplitRandom random = SplitRandom.of(seed);
        float[] inputs = new float[2 * rows];
        float[] targets = new float[rows];
        for (int index = 0; index < inputs.length; index++) {
            inputs[index] = (float) random.nextGaussian();
            targets[index % rows] = (float) random.nextGaussian();
        }
        float[] gradient = FloatGradient.of(network, Loss.meanSquaredError(), inputs, targets, rows)
                .gradient();
        for (int index = 0; index < gradient.length; index++) {
            double above = loss(network, index, NUDGE, inputs, targets);
            double below = loss(network, index, -NUDGE, inputs, targets);
            double size = 1 + Math.abs(above);
            // Losses are rounded to about 2⁻²²; the curve between the two adds a multiple of the nudge's square.
            assertThat((double) gradient[index])
                    .as("parameter %d", index)
                    .isCloseTo((above - below) / (2 * NUDGE), within(0.005 * size));
        }
    }

    private static final float NUDGE = 0x1p-7f;

    private static double loss(Network network, int index, float nudge, float[] inputs, float[] targets) {
        float[] nudged = network.parameters().toArray();
        nudged[index] += nudge;
        Network moved = Network.of(
                network.architecture(), Parameters.of(network.parameters().layout(), nudged));
        return FloatGradient.of(moved, Loss.meanSquaredError(), inputs, targets, targets.length)
                .loss();
    }

    @Test
    void twoParametersOfOneRoleAreRefused() {
        record Twice() implements CustomLayer {
            @Override
            public String title() {
                return "twice";
            }

            @Override
            public int outputs(int inputs) {
                return inputs;
            }

            @Override
            public List<Parameter> parameters(int inputs, int members) {
                Parameter parameter = new Parameter(Role.SCALE, 1, inputs, ParameterStart.constant(1));
                return List.of(parameter, parameter);
            }

            @Override
            public void forward(Kernels kernels, LayerRows rows, int start, int end) {}

            @Override
            public void backward(Kernels kernels, LayerRows rows, int start, int end) {}
        }
        Architecture architecture = Architecture.inputs(2).with(new Twice());
        assertThatThrownBy(architecture::validated)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("layer 1 (twice) has two parameters with the role SCALE; give each another, or make them"
                        + " one matrix");
    }

    @Test
    void theDoubleEngineRefusesIt() {
        Network network = Network.start(Architecture.inputs(2).with(new Doubled()), Initializer.HE, 1);
        assertThatThrownBy(() -> ForwardPass.of(ReferenceNetwork.of(network), Matrix.of(1, 2, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the double engine has no formula of the custom layer \"doubled\"");
    }

    private static Architecture with(Layer layer, int place) {
        Architecture start = Architecture.inputs(2);
        return (place == 0 ? start : start.dense(5, Activation.TANH))
                .with(layer)
                .dense(1, Activation.IDENTITY);
    }

    private static TrainingResult train(Architecture architecture, int threads) {
        return Trainer.of(Loss.meanSquaredError(), Optimizer.adam())
                .batchSize(32)
                .learningRate(LearningRate.constant(0.02))
                .engine(Engine.scalar().threads(threads))
                .stopping(Stopping.after(30))
                .train(Network.start(architecture, Initializer.GLOROT, 1), Problems.noisyProduct(128, 0, 1));
    }
}
