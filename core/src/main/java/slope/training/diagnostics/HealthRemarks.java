package slope.training.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slope.internal.text.Numerals;
import slope.layer.Activation;
import slope.optimizer.Optimizer;
import slope.optimizer.UpdateRule;

/// Warnings about the health of a network: the problem, its cause, and what to try.
public final class HealthRemarks {
    private final Health health;

    /// What makes steps smaller, before another thing to try; empty where there is no learning rate.
    private final String smallerRate;

    private HealthRemarks(Health health, Optimizer optimizer) {
        this.health = health;
        this.smallerRate = optimizer instanceof UpdateRule ? "a smaller learning rate or " : "";
    }

    /// A sentence for each problem; empty if there is none.
    public static List<String> of(Health health, Optimizer optimizer) {
        return new HealthRemarks(health, optimizer).sentences();
    }

    private List<String> sentences() {
        List<String> remarks = new ArrayList<>();
        switch (health.flow()) {
            case HEALTHY -> {}
            case NONE ->
                remarks.add(mostlyDead()
                        .or(() -> mostlySaturated())
                        .map(cause -> "the gradient is 0 in every layer, so nothing is learned: " + cause)
                        .orElse("the gradient is 0 in every layer: either the outputs match all targets, or gradients"
                                + " vanish; then try fewer layers, or larger initial weights"));
            case VANISHING ->
                remarks.add("gradients vanish on their way to the first layer (%s there, %s in the last): %s"
                        .formatted(size(health.firstGradient()), size(health.lastGradient()), cause()));
            case EXPLODING -> remarks.add(explosion());
        }
        if (health.flow() == Health.Flow.HEALTHY || health.flow() == Health.Flow.EXPLODING) {
            mostlyDead().ifPresent(remarks::add);
            mostlySaturated().ifPresent(remarks::add);
        }
        return remarks;
    }

    /// Gradients are large from the loss on, or grow from layer to layer.
    private String explosion() {
        double first = health.firstGradient();
        double last = health.lastGradient();
        return (first > last * Health.FAR
                        ? "gradients explode on their way to the first layer (%s there, %s in the last): large weights"
                                + " make them grow from layer to layer; try " + smallerRate + "fewer layers"
                        : "gradients explode (%s in the first layer, %s in the last): outputs are far from all targets,"
                                + " because weights are too large; try " + smallerRate + "targets around 1")
                .formatted(size(first), size(last));
    }

    private static String size(double gradient) {
        return Numerals.significant(gradient, 2);
    }

    /// The cause of vanishing gradients.
    private String cause() {
        return mostlyDead().or(() -> mostlySaturated()).orElseGet(() -> {
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

    private Optional<String> mostlyDead() {
        return health.layers().stream()
                .filter(layer -> 2 * layer.dead() > layer.units())
                .findFirst()
                .map(layer -> "%s of %s units of %s are dead, with the same output for every row; try "
                                .formatted(layer.dead(), layer.units(), layer.name())
                        + smallerRate
                        + "leaky-relu, gelu or selu");
    }

    private Optional<String> mostlySaturated() {
        return health.layers().stream()
                .filter(layer -> 2 * layer.saturated() > layer.units())
                .findFirst()
                .map(layer -> "%s of %s units of %s are saturated, where %s is flat; try "
                                .formatted(
                                        layer.saturated(),
                                        layer.units(),
                                        layer.name(),
                                        layer.activation().title())
                        + smallerRate
                        + "inputs around 1");
    }
}
