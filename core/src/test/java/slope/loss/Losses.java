package slope.loss;

import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/// One or two of every loss, and targets that suit them.
public final class Losses {
    /// For any number of outputs from 2 on, but for the quantile loss, which needs three.
    public static final List<Loss> ALL = List.of(
            Loss.halfSquaredError(),
            Loss.meanSquaredError(),
            Loss.binaryCrossEntropy(),
            Loss.multiClassCrossEntropy(),
            new MultiClassCrossEntropy(0.1),
            Loss.poisson(),
            Loss.tweedie(1.5),
            Loss.tweedie(2),
            Loss.meanAbsoluteError(),
            new HuberLoss(0.7),
            new QuantileLoss(List.of(0.1, 0.5, 0.8)));

    private Losses() {}

    /// Any loss that suits any number of outputs.
    public static Arbitrary<Loss> ofAnyWidth() {
        return Arbitraries.of(
                ALL.stream().filter(loss -> !(loss instanceof QuantileLoss)).toList());
    }

    /// As many outputs, or as many as the loss insists on.
    public static int outputs(Loss loss, int outputs) {
        return loss instanceof QuantileLoss quantiles ? quantiles.levels().size() : outputs;
    }

    /// A random target.
    public static double target(Loss loss, int outputs, RandomGenerator random) {
        return switch (loss) {
            case HalfSquaredError _,
                    MeanSquaredError _,
                    MeanAbsoluteError _,
                    HuberLoss _,
                    QuantileLoss _,
                    CustomLoss _ -> random.nextGaussian();
            case BinaryCrossEntropy _ -> random.nextInt(2);
            case MultiClassCrossEntropy _ -> random.nextInt(outputs);
            case PoissonLoss _ -> random.nextInt(4);
            case TweedieLoss(double power) -> power == 2 ? 0.25 + random.nextInt(4) : random.nextInt(4);
        };
    }
}
