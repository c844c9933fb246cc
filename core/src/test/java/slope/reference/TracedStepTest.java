package slope.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.fit.Estimator;
import slope.fit.FitPlan;
import slope.golden.ShortTrainings;
import slope.kernel.Engine;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Dense;
import slope.layer.Dropout;
import slope.layer.Initializer;
import slope.layer.Layer;
import slope.layer.LayerNorm;
import slope.layer.ParameterLayout;
import slope.layer.ParameterLayout.Block;
import slope.layer.Residual;
import slope.loss.HuberLoss;
import slope.loss.Loss;
import slope.network.Network;
import slope.network.RandomCase;
import slope.optimizer.LearningRate;
import slope.optimizer.Optimizer;
import slope.optimizer.Schedule;
import slope.recipe.Setting;
import slope.table.DataException;
import slope.training.Divergence;
import slope.training.Examples;
import slope.training.Stopping;
import slope.training.TrainedStep;
import slope.training.Trainer;
import slope.training.TrainingOptions;
import slope.training.WantedStep;

/// Steps of the float engine, computed again by the double engine: of every recipe, target and way
/// to weigh rows.
class TracedStepTest {
    private static final int STEPS = 20;

    /// u: half an ulp of a float 1.
    private static final double U = 0x1p-24;

    /// Roundings of an optimizer's own operations.
    private static final double OPERATIONS = 16;

    @ParameterizedTest
    @ValueSource(strings = {"tuned", "ensemble", "plain", "fine-tuned"})
    void randomStepsEndWithTheParametersOfTheFloatEngine(String recipe) {
        SequencedMap<String, Estimator> all = new TreeMap<>(ShortTrainings.all());
        List<String> names = all.keySet().stream()
                .filter(name -> name.startsWith(recipe) && !name.contains("lbfgs"))
                .toList();
        Random random = new Random(recipe.hashCode());
        for (int step = 0; step < STEPS; step++) {
            String name = names.get(random.nextInt(names.size()));
            Estimator training = Objects.requireNonNull(all.get(name));
            FitPlan plan = training.recipe(training.recipe().batchSize(16)).plan(ShortTrainings.FLATS);
            int network = random.nextInt(plan.networks());
            int epoch = 1 + random.nextInt(plan.settings().get(Setting.EPOCHS));
            int number = 1 + random.nextInt(4);
            assertSame(
                    "%s %s %s:%s".formatted(name, network, epoch, number),
                    plan.train(network, Optional.empty(), new WantedStep(epoch, number)));
        }
    }

    /// Residual blocks with dropout inside, whose masks are drawn apart.
    @Test
    void soDoStepsWithDropoutInResidualBlocks() {
        Layer hidden = new Dense(6, Activation.SILU, Dense.Bias.PRESENT);
        Residual inner = new Residual(List.of(new Dropout(0.3), hidden));
        Architecture architecture = Architecture.inputs(3)
                .dense(6, Activation.TANH)
                .with(new Dropout(0.1))
                .with(new Residual(List.of(new LayerNorm(Activation.MISH), new Dropout(0.4), inner, hidden)))
                .with(new Residual(List.of(hidden, new Dropout(0.5))))
                .dense(2, Activation.IDENTITY);
        RandomCase drawn = RandomCase.draw(architecture, Loss.meanSquaredError(), 64, 4);
        Examples rows = Examples.of(drawn.inputs(), 3, drawn.targets(), 2);
        Trainer trainer = Trainer.of(Loss.meanSquaredError(), Optimizer.adamW(0.01))
                .batchSize(16)
                .stopping(Stopping.after(5))
                .trainingOptions(TrainingOptions.none().dropout(Schedule.FLAT_COSINE))
                .engine(Engine.scalar());
        for (int step = 0; step < STEPS; step++) {
            WantedStep wanted = new WantedStep(1 + step / 4, 1 + step % 4);
            trainer.train(drawn.network(), rows, wanted);

            assertSame("residual step " + step, wanted.found());
        }
    }

    /// The direction of L-BFGS divides by small differences of gradients, which makes their
    /// roundings larger.
    @ParameterizedTest
    @ValueSource(strings = {"plain-lbfgs", "plain-lbfgs-classes"})
    void iterationsOfLbfgsEndWithTheParametersOfTheFloatEngine(String name) {
        FitPlan plan = Objects.requireNonNull(ShortTrainings.all().get(name)).plan(ShortTrainings.FLATS);
        for (int epoch = 1; epoch <= 12; epoch++) {
            TrainedStep step = plan.train(0, Optional.empty(), new WantedStep(epoch, 1));
            TracedStep traced = TracedStep.of(step);
            TracedLine line = traced.line().orElseThrow();
            double[] exact = traced.after().parameters();
            double[] bounds = new double[exact.length];
            Arrays.setAll(bounds, index -> 1e-4 * line.length() * line.norm() + U * Math.abs(exact[index]));

            assertWithin(name + " " + epoch, exact, step.after().parameters().toArray(), bounds);
            assertThat(line.pairs()).isEqualTo(epoch - 1 > 10 ? 10 : epoch - 1);
            assertThat(line.before().slope()).isNegative();
            assertThat(line.isLow()).isTrue();
            assertThat(line.isFlat()).isTrue();
        }
    }

    /// The optimizer forgets, and the rate falls, where training goes back: the fifth step is larger than a float.
    @Test
    void soDoStepsAfterARecovery() {
        Trainer trainer = Trainer.of(new HuberLoss(1), Optimizer.adam())
                .learningRate(new LearningRate.WarmUp(0.5, LearningRate.constant(2.2e38)))
                .batchSize(10)
                .divergence(Divergence.RECOVERS)
                .stopping(Stopping.after(4))
                .engine(Engine.scalar());
        Network start =
                Network.start(Architecture.inputs(1).denseWithoutBias(1, Activation.IDENTITY), Initializer.FAN_IN, 1);
        float[] ones = new float[30];
        Arrays.fill(ones, 1);
        Examples rows = Examples.of(ones, 1, new float[30], 1);
        int epoch = trainer.train(start, rows).recoveries().getLast().epoch();
        WantedStep wanted = new WantedStep(epoch, 2);
        trainer.train(start, rows, wanted);

        TrainedStep step = wanted.found();

        assertThat(epoch).isGreaterThan(1);
        assertThat(step.rateMultiplier()).isLessThan(1);
        assertThat(step.stepsOfMemory()).isEqualTo(2);
        assertSame("recovered", step);
    }

    @Test
    void aStepThatDoesNotExistIsRefused() {
        FitPlan plan =
                Objects.requireNonNull(ShortTrainings.all().get("plain-number")).plan(ShortTrainings.FLATS);

        assertThatThrownBy(() -> plan.train(0, Optional.empty(), new WantedStep(1, 99)))
                .isInstanceOf(DataException.class)
                .hasMessage("an epoch of this training has no step 99; its steps are 1 to 4");
        assertThatThrownBy(() -> plan.train(0, Optional.empty(), new WantedStep(9, 1)))
                .isInstanceOf(DataException.class)
                .hasMessage("the training of this network has no epoch 9; its epochs are 1 to 3");
    }

    private static void assertSame(String name, TrainedStep step) {
        TracedStep traced = TracedStep.of(step);
        double[] exact = traced.after().parameters();
        double[] bounds = bounds(step, traced);
        assertWithin(name, exact, step.after().parameters().toArray(), bounds);
        assertThat(tightness(bounds, traced)).as(name).isLessThan(1e-3);
        traced.averageAfter().ifPresent(average -> {
            double[] mean = average.parameters();
            double[] ofMean = new double[mean.length];
            Arrays.setAll(ofMean, index -> bounds[index] + 4 * U * (Math.abs(mean[index]) + Math.abs(exact[index])));
            assertWithin(
                    name, mean, step.after().optimizer().moments().getLast().toArray(), ofMean);
        });
    }

    private static void assertWithin(String name, double[] exact, float[] rounded, double[] bounds) {
        for (int index = 0; index < exact.length; index++) {
            assertThat(Math.abs(exact[index] - rounded[index]))
                    .as("%s, parameter %s: %s beside %s", name, index, rounded[index], exact[index])
                    .isLessThanOrEqualTo(bounds[index]);
        }
    }

    /// How far a parameter of the float engine may be: as far as the step moves where the gradient moves
    /// by its roundings, twice; and by the roundings of the step itself.
    ///
    /// A gradient is a sum over rows of products along chains as long as the layers are wide: n roundings,
    /// each of u times the largest gradient of its block.
    private static double[] bounds(TrainedStep step, TracedStep traced) {
        ReferenceTraining before = ReferenceTraining.before(step);
        ParameterLayout layout = step.course().architecture().parameterLayout();
        int chain = step.rows().numbers().size();
        for (int layer = 0; layer < step.course().architecture().layers().size(); layer++) {
            chain += step.course().architecture().inputsOf(layer);
        }
        double[] bounds = new double[layout.length()];
        for (Block block : layout.blocks()) {
            int index = layout.of(block.layer()).indexOf(block);
            ParameterUpdate exact = traced.updates().get(block.layer()).blocks().get(index);
            double rounding = chain * U * largest(exact.gradient());
            double[] above = moved(before, block, exact, rounding);
            double[] below = moved(before, block, exact, -rounding);
            double[] start = exact.before().toArray();
            for (int number = 0; number < block.length(); number++) {
                bounds[block.offset() + number] = 2 * Math.max(above[number], below[number])
                        + U * (2 * Math.abs(start[number]) + OPERATIONS * largest(exact.step()));
            }
        }
        return bounds;
    }

    private static double[] moved(ReferenceTraining before, Block block, ParameterUpdate exact, double rounding) {
        int index = before.network()
                .architecture()
                .parameterLayout()
                .of(block.layer())
                .indexOf(block);
        Moments moments = before.moments().get(block.layer()).blocks().get(index);
        return before.formulas()
                .update(block, exact.before(), exact.gradient().map(value -> value + rounding), moments)
                .after()
                .minus(exact.after())
                .map(Math::abs)
                .toArray();
    }

    /// The middle one of all bounds, as a share of the largest move; 0 where the rate is about 0.
    private static double tightness(double[] bounds, TracedStep traced) {
        double largest = 0;
        for (LayerUpdate layer : traced.updates()) {
            for (ParameterUpdate block : layer.blocks()) {
                largest = Math.max(largest, largest(block.step()));
            }
        }
        double[] sorted = bounds.clone();
        Arrays.sort(sorted);
        return largest < 1e-6 ? 0 : sorted[sorted.length / 2] / largest;
    }

    private static double largest(Matrix matrix) {
        return Arrays.stream(matrix.toArray()).map(Math::abs).max().orElse(0);
    }
}
