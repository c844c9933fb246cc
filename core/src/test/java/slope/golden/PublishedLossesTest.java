package slope.golden;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import slope.loss.HuberLoss;
import slope.loss.Loss;
import slope.loss.MultiClassCrossEntropy;
import slope.loss.QuantileLoss;

/// PyTorch's losses and their gradients, and pytabkit's smoothed and pinball ones, and
/// scikit-learn's of amounts.
class PublishedLossesTest {
    private static final PublishedNumbers FILE = PublishedNumbers.of("losses.json");
    private static final PublishedNumbers AMOUNTS = PublishedNumbers.of("amount_losses.json");
    private static final int WIDTH = 4;

    private static Stream<Arguments> cases() {
        return Stream.of(TestedEngine.values())
                .flatMap(engine -> FILE.keys().stream()
                        .filter(name -> !name.equals("sources"))
                        .map(name -> Arguments.of(engine, name)));
    }

    private static Stream<Arguments> amounts() {
        return Stream.of(TestedEngine.values())
                .flatMap(engine ->
                        Stream.of("gamma", "tweedie_1.5", "tweedie_1.9").map(name -> Arguments.of(engine, name)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void lossAndGradientAreTheSame(TestedEngine engine, String name) {
        PublishedNumbers published = FILE.get(name);
        assertSame(engine, loss(name, published), published);
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void lossAndGradientOfAmountsAreTheSame(TestedEngine engine, String name) {
        PublishedNumbers published = AMOUNTS.get(name);
        assertSame(engine, Loss.tweedie(published.get("power").number()), published);
    }

    private static void assertSame(TestedEngine engine, Loss loss, PublishedNumbers published) {
        Measured measured = engine.loss(
                loss,
                published.get("outputs").numbers(),
                WIDTH,
                published.get("targets").numbers());

        Distance.assertWithin(engine.bound, published.get("loss"), measured.loss());
        Distance.assertWithin(engine.bound, published.get("gradient"), measured.gradient());
    }

    private static Loss loss(String name, PublishedNumbers published) {
        return switch (name) {
            case "cross_entropy",
                    "cross_entropy_smoothed_0.1",
                    "cross_entropy_smoothed_0.3",
                    "cross_entropy_smoothed_0.1_of_pytabkit" ->
                new MultiClassCrossEntropy(published
                        .find("smoothing")
                        .map(PublishedNumbers::number)
                        .orElse(0.0));
            case "binary_cross_entropy_with_logits" -> Loss.binaryCrossEntropy();
            case "poisson" -> Loss.poisson();
            case "mean_squared" -> Loss.meanSquaredError();
            case "mean_absolute" -> Loss.meanAbsoluteError();
            case "huber_1.0", "huber_0.5" ->
                new HuberLoss(published.get("delta").number());
            case "pinball_of_pytabkit" ->
                new QuantileLoss(
                        Arrays.stream(published.get("levels").numbers()).boxed().toList());
            default -> throw new IllegalArgumentException("no loss of Slope is " + name);
        };
    }
}
