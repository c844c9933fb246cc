package slope.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import slope.loss.Loss;
import slope.recipe.RecipeParts;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.Classes;

/// RealMLP-TD by its authors' code: outputs, losses, gradients and eight steps of the tuned recipe.
class PublishedRealMlpTest {
    /// The files have 8 decimals of parameters up to 3.
    private static final double DIGITS_OF_PARAMETERS = 2e-9;

    static final double BOUND_NEAR_EPSILON = 1e-4;

    private static Stream<Arguments> cases() {
        return Stream.of(TestedEngine.values())
                .flatMap(engine -> Stream.of(PublishedRealMlp.CLASSES, PublishedRealMlp.NUMBERS)
                        .map(published -> Arguments.of(engine, published)));
    }

    private static Stream<PublishedRealMlp> published() {
        return Stream.of(PublishedRealMlp.CLASSES, PublishedRealMlp.NUMBERS);
    }

    @ParameterizedTest
    @MethodSource("published")
    void columnsBecomeTheSameInputs(PublishedRealMlp published) {
        PublishedNumbers inputs = published.file.get("inputs");
        double[][] encoded = published.encoded();

        Distance.assertWithin(1e-6, inputs.get("numbers"), columns(encoded, 0, 3));
        Distance.assertWithin(1e-6, inputs.get("one_hot"), columns(encoded, 3, 6));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void outputsLossAndGradientAreTheSame(TestedEngine engine, PublishedRealMlp published) {
        Measured measured = measure(engine, published, published.loss());

        Distance.assertWithin(engine.bound, published.file.get("outputs"), measured.outputs());
        Distance.assertWithin(engine.bound, published.file.get("loss"), measured.loss());
        Distance.assertBlocksWithin(
                engine.bound, published.layout(), published.gradients("gradients"), measured.gradient());
    }

    @ParameterizedTest
    @EnumSource
    void soTheyAreWithSmoothedLabels(TestedEngine engine) {
        PublishedRealMlp published = PublishedRealMlp.CLASSES;
        Measured measured = measure(engine, published, published.trainingLoss());

        Distance.assertWithin(engine.bound, published.file.get("loss_smoothed"), measured.loss());
        Distance.assertBlocksWithin(
                engine.bound, published.layout(), published.gradients("gradients_smoothed"), measured.gradient());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eightStepsEndWithTheSameParameters(TestedEngine engine, PublishedRealMlp published) {
        double[] start = published.parameters("parameters");
        List<Step> steps = engine.train(published.trainer(), published.architecture, start, published.batches());

        List<PublishedNumbers> losses = published.file.get("steps").items();
        Distance.assertWithin(
                engine.bound,
                "losses",
                losses.stream().mapToDouble(step -> step.get("loss").number()).toArray(),
                steps.stream().mapToDouble(Step::loss).toArray());
        Distance.assertWithin(
                1e-7, "the first step, whose rate is 0", start, steps.getFirst().parameters());
        for (int after : List.of(3, 8)) {
            double[] expected = published.parameters("parameters_after_" + after);
            double[] actual = steps.get(after - 1).parameters();
            double bound = Math.max(engine.bound, DIGITS_OF_PARAMETERS);
            Distance.assertWithin(bound, "parameters after " + after, expected, actual);
            Distance.assertBlocksWithin(
                    engine.boundOfMoves,
                    published.layout(),
                    Distance.less(expected, start),
                    Distance.less(actual, start));
        }
    }

    /// Gradients about as large as ε, which in the neural tangent parametrisation is another part
    /// of a step than in the usual one.
    @ParameterizedTest
    @EnumSource
    void epsilonGoesWithTheParametrisation(TestedEngine engine) {
        assertThat(PublishedRealMlp.CLASSES.distanceNearEpsilon(
                        engine, PublishedRealMlp.CLASSES.trainer().optimizer()))
                .isLessThan(BOUND_NEAR_EPSILON);
    }

    @Test
    void logitsBecomeTheSameProbabilities() {
        PublishedRealMlp published = PublishedRealMlp.CLASSES;
        double[] probabilities = RecipeParts.decoded(
                new Classes("y", List.of("a", "b", "c")),
                published.file.get("outputs").numbers(),
                1,
                Table.of(NumberColumn.of("x", new double[5])));

        Distance.assertWithin(1e-6, published.file.get("probabilities"), probabilities);
    }

    @Test
    void targetsAreScaledAndPredictionsClampedTheSameWay() {
        PublishedRealMlp published = PublishedRealMlp.NUMBERS;
        double[] outputs = TestedEngine.FLOAT
                .measure(
                        published.architecture,
                        published.parameters("parameters"),
                        Loss.meanSquaredError(),
                        new Batch(published.inputs(), column(published.targets())))
                .outputs();

        float[] scaled = published.encodedTargets();
        Distance.assertWithin(
                1e-6,
                published.file.get("scaled_targets"),
                IntStream.range(0, 5).mapToDouble(row -> scaled[row]).toArray());
        Distance.assertWithin(
                1e-5,
                published.file.get("predictions"),
                Arrays.stream(outputs).map(published.scale()::decode).toArray());
        assertThat(published.scale().decode(100)).isEqualTo(published.scale().maximum());
    }

    private static Measured measure(TestedEngine engine, PublishedRealMlp published, Loss loss) {
        return engine.measure(
                published.architecture,
                published.parameters("parameters"),
                loss,
                published.batches().getFirst());
    }

    private static double[][] column(double[] values) {
        return Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
    }

    private static double[] columns(double[][] rows, int from, int to) {
        return Arrays.stream(rows)
                .flatMapToDouble(row -> Arrays.stream(row, from, to))
                .toArray();
    }
}
