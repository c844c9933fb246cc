package slope.golden;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.ParameterLayout;
import slope.optimizer.Adam;
import slope.optimizer.AdamW;
import slope.optimizer.Optimizer;
import slope.optimizer.ParameterGroups;
import slope.optimizer.RmsProp;
import slope.optimizer.UpdateRule;

/// PyTorch's optimizers, at steady rates and at changing ones.
class PublishedOptimizersTest {
    private static final PublishedNumbers FILE = PublishedNumbers.of("optimizers.json");
    private static final ParameterLayout SIX_WEIGHTS =
            Architecture.inputs(6).denseWithoutBias(1, Activation.IDENTITY).parameterLayout();

    private static Stream<Arguments> cases() {
        return Stream.of(TestedEngine.values())
                .flatMap(engine -> FILE.get("settings").keys().stream().map(name -> Arguments.of(engine, name)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fiveStepsEndWithTheSameParameters(TestedEngine engine, String name) {
        double rate = FILE.get("settings").get(name).get("lr").number();
        double[] steady = new double[5];
        Arrays.fill(steady, rate);
        double[] changing = Arrays.stream(FILE.get("rate_shares_where_changing").numbers())
                .map(share -> share * rate)
                .toArray();

        assertSteps(engine, name, name, steady);
        assertSteps(engine, name, name + " with changing rates", changing);
    }

    private static void assertSteps(TestedEngine engine, String name, String key, double[] rates) {
        List<double[]> after = engine.descend(
                new Descent(optimizer(name), ParameterGroups.defaults(), SIX_WEIGHTS),
                FILE.get("start").numbers(),
                FILE.get("gradients").rows(),
                rates);
        List<PublishedNumbers> published =
                FILE.get("parameters_after_each_step").get(key).items();
        for (int step = 0; step < published.size(); step++) {
            Distance.assertWithin(engine.bound, published.get(step), after.get(step));
        }
    }

    private static UpdateRule optimizer(String name) {
        PublishedNumbers settings = FILE.get("settings").get(name);
        return switch (name) {
            case "sgd" -> Optimizer.sgd();
            case "momentum" -> Optimizer.momentum(settings.get("momentum").number());
            case "nesterov" -> Optimizer.nesterov(settings.get("momentum").number());
            case "adam", "adam_95" -> adam(settings);
            case "adamw" ->
                new AdamW(adam(settings), settings.get("weight_decay").number());
            case "rmsprop", "rmsprop_momentum", "rmsprop_centered", "rmsprop_centered_momentum" -> rmsProp(settings);
            default -> throw new IllegalArgumentException("no optimizer of Slope is " + name);
        };
    }

    private static RmsProp rmsProp(PublishedNumbers settings) {
        RmsProp plain = new RmsProp(
                settings.get("alpha").number(),
                settings.get("eps").number(),
                settings.find("momentum").map(PublishedNumbers::number).orElse(0.0),
                false);
        return settings.find("centered").isPresent() ? plain.centered() : plain;
    }

    private static Adam adam(PublishedNumbers settings) {
        double[] betas = settings.get("betas").numbers();
        return new Adam(betas[0], betas[1], settings.get("eps").number());
    }
}
