package slope.training.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import slope.layer.Activation;

/// What is wrong with a network's health, why, and what to try.
public final class HealthRemarks {
    private HealthRemarks() {}

    /// A sentence for each thing; none if all is well.
    public static List<String> of(Health health) {
        List<String> remarks = new ArrayList<>();
        switch (health.flow()) {
            case SOUND -> {}
            case NONE ->
                remarks.add(mostlyDead(health)
                        .or(() -> mostlySaturated(health))
                        .map(cause -> "no layer gets any gradient, so nothing is learned: " + cause)
                        .orElse("no layer gets any gradient: either no row has an error left to learn from, or layers"
                                + " pass on nothing; then try fewer layers, or weights that start larger"));
            case VANISHING ->
                remarks.add(String.format(
                        Locale.ROOT,
                        "gradients vanish on their way to the first layer (%.2g there, %.2g in the last): %s",
                        health.firstGradient(),
                        health.lastGradient(),
                        cause(health)));
            case EXPLODING -> remarks.add(explosion(health));
        }
        if (health.flow() == Health.Flow.SOUND || health.flow() == Health.Flow.EXPLODING) {
            mostlyDead(health).ifPresent(remarks::add);
            mostlySaturated(health).ifPresent(remarks::add);
        }
        return remarks;
    }

    /// Gradients are too large from the loss on, or become so on the way.
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
                        "gradients explode (%.2g in the first layer, %.2g in the last): outputs are far from every"
                                + " target, because weights have grown too large; try a smaller learning rate",
                        first,
                        last);
    }

    /// Why gradients do not come through.
    private static String cause(Health health) {
        return mostlyDead(health).or(() -> mostlySaturated(health)).orElseGet(() -> {
            boolean squashes = health.layers().stream()
                    .map(LayerHealth::activation)
                    .anyMatch(activation ->
                            activation instanceof Activation.Sigmoid || activation instanceof Activation.Tanh);
            return squashes
                    ? "each layer of sigmoid passes on a quarter at most, of tanh less than all; try relu, gelu or"
                            + " selu, or fewer layers"
                    : "each layer passes on less than it gets; try fewer layers, or weights that start larger";
        });
    }

    private static Optional<String> mostlyDead(Health health) {
        return health.layers().stream()
                .filter(layer -> 2 * layer.dead() > layer.units())
                .findFirst()
                .map(layer ->
                        "%s of %s units of layer %s are dead, they say the same for every row; try a smaller learning"
                                        .formatted(layer.dead(), layer.units(), layer.layer())
                                + " rate, or leaky-relu, gelu or selu");
    }

    private static Optional<String> mostlySaturated(Health health) {
        return health.layers().stream()
                .filter(layer -> 2 * layer.saturated() > layer.units())
                .findFirst()
                .map(layer ->
                        "%s of %s units of layer %s are saturated, where %s is flat; try a smaller learning rate or"
                                        .formatted(
                                                layer.saturated(),
                                                layer.units(),
                                                layer.layer(),
                                                layer.activation().title())
                                + " inputs around 1");
    }
}
