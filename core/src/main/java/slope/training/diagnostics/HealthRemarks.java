package slope.training.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import slope.layer.Activation;

/// Warnings about the health of a network: the problem, its cause, and what to try.
public final class HealthRemarks {
    private HealthRemarks() {}

    /// A sentence for each problem; empty if there is none.
    public static List<String> of(Health health) {
        List<String> remarks = new ArrayList<>();
        switch (health.flow()) {
            case HEALTHY -> {}
            case NONE ->
                remarks.add(mostlyDead(health)
                        .or(() -> mostlySaturated(health))
                        .map(cause -> "the gradient is 0 in every layer, so nothing is learned: " + cause)
                        .orElse("the gradient is 0 in every layer: either the outputs match all targets, or gradients"
                                + " vanish; then try fewer layers, or larger initial weights"));
            case VANISHING ->
                remarks.add(String.format(
                        Locale.ROOT,
                        "gradients vanish on their way to the first layer (%.2g there, %.2g in the last): %s",
                        health.firstGradient(),
                        health.lastGradient(),
                        cause(health)));
            case EXPLODING -> remarks.add(explosion(health));
        }
        if (health.flow() == Health.Flow.HEALTHY || health.flow() == Health.Flow.EXPLODING) {
            mostlyDead(health).ifPresent(remarks::add);
            mostlySaturated(health).ifPresent(remarks::add);
        }
        return remarks;
    }

    /// Gradients are large from the loss on, or grow from layer to layer.
    private static String explosion(Health health) {
        double first = health.firstGradient();
        double last = health.lastGradient();
        return first > last * Health.FAR
                ? String.format(
                        Locale.ROOT,
                        "gradients explode on their way to the first layer (%.2g there, %.2g in the last): large"
                                + " weights make them grow from layer to layer; try a smaller learning rate or fewer"
                                + " layers",
                        first,
                        last)
                : String.format(
                        Locale.ROOT,
                        "gradients explode (%.2g in the first layer, %.2g in the last): outputs are far from all"
                                + " targets, because weights are too large; try a smaller learning rate",
                        first,
                        last);
    }

    /// The cause of vanishing gradients.
    private static String cause(Health health) {
        return mostlyDead(health).or(() -> mostlySaturated(health)).orElseGet(() -> {
            boolean squashes = health.layers().stream()
                    .map(LayerHealth::activation)
                    .anyMatch(activation ->
                            activation instanceof Activation.Sigmoid || activation instanceof Activation.Tanh);
            return squashes
                    ? "the derivative of sigmoid is at most 1/4, that of tanh at most 1; try relu, gelu or"
                            + " selu, or fewer layers"
                    : "gradients shrink in each layer; try fewer layers, or larger initial weights";
        });
    }

    private static Optional<String> mostlyDead(Health health) {
        return health.layers().stream()
                .filter(layer -> 2 * layer.dead() > layer.units())
                .findFirst()
                .map(layer ->
                        "%s of %s units of %s are dead, with the same output for every row; try a smaller learning"
                                        .formatted(layer.dead(), layer.units(), layer.name())
                                + " rate, or leaky-relu, gelu or selu");
    }

    private static Optional<String> mostlySaturated(Health health) {
        return health.layers().stream()
                .filter(layer -> 2 * layer.saturated() > layer.units())
                .findFirst()
                .map(layer ->
                        "%s of %s units of %s are saturated, where %s is flat; try a smaller learning rate or"
                                        .formatted(
                                                layer.saturated(),
                                                layer.units(),
                                                layer.name(),
                                                layer.activation().title())
                                + " inputs around 1");
    }
}
