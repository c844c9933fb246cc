package slope.golden;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Dense;
import slope.layer.LayerNorm;
import slope.layer.Residual;

/// PyTorch's layers, forward and backward.
class PublishedLayersTest {
    private static final PublishedNumbers FILE = PublishedNumbers.of("layers.json");

    private static Stream<Arguments> cases() {
        return Arrays.stream(TestedEngine.values())
                .flatMap(engine -> FILE.keys().stream()
                        .filter(name -> !name.equals("sources"))
                        .map(name -> Arguments.of(engine, name)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void outputsAndGradientAreTheSame(TestedEngine engine, String name) {
        PublishedNumbers published = FILE.get(name);
        Architecture architecture = architecture(name);

        Measured measured = engine.measure(
                architecture,
                published.get("parameters").numbers(),
                published.get("inputs").rows(),
                published.get("gradient_by_outputs").numbers());

        Distance.assertWithin(engine.bound, published.get("outputs"), measured.outputs());
        Distance.assertBlocksWithin(
                engine.bound,
                architecture.parameterLayout(),
                published.get("gradient").numbers(),
                measured.gradient());
    }

    private static Architecture architecture(String name) {
        return switch (name) {
            case "layer_norm" ->
                Architecture.inputs(5)
                        .with(new LayerNorm())
                        .dense(6, Activation.TANH)
                        .with(new LayerNorm())
                        .dense(3, Activation.IDENTITY);
            case "residual" ->
                Architecture.inputs(5)
                        .dense(4, Activation.IDENTITY)
                        .with(new Residual(List.of(
                                new LayerNorm(),
                                new Dense(6, Activation.RELU, Dense.Bias.PRESENT),
                                new Dense(4, Activation.IDENTITY, Dense.Bias.PRESENT))))
                        .dense(3, Activation.IDENTITY);
            case "activated_norm" ->
                Architecture.inputs(5)
                        .denseWithoutBias(6, Activation.IDENTITY)
                        .with(new LayerNorm(Activation.SILU))
                        .with(new Residual(List.of(
                                new Dense(6, Activation.IDENTITY, Dense.Bias.ABSENT), new LayerNorm(Activation.TANH))))
                        .dense(3, Activation.IDENTITY);
            default -> throw new IllegalArgumentException("no layers of Slope are " + name);
        };
    }
}
