package slope.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.ParameterLayout.Block;
import slope.layer.ParameterLayout.Role;
import slope.loss.Loss;
import slope.optimizer.Adam;
import slope.optimizer.AdamW;
import slope.optimizer.LearningRate;
import slope.optimizer.Momentum;
import slope.optimizer.Nesterov;
import slope.optimizer.Optimizer;
import slope.optimizer.RmsProp;
import slope.optimizer.Sgd;
import slope.optimizer.UpdateRule;

class OptimizerFormulasTest {

    /// One row for each optimizer.
    ///
    /// @param optimizer its settings
    /// @param first θ after one step by hand: θ = 1, gradient 0.5, rate 0.1
    /// @param second θ after a second step by hand: gradient 1
    /// @param rate for the quadratic below
    record Case(UpdateRule optimizer, double first, double second, double rate) {}

    static List<Case> cases() {
        Adam adam = new Adam(0.5, 0.75, 1e-8);
        return List.of(
                // 1 − 0.1·0.5; 0.95 − 0.1·1
                new Case(Optimizer.sgd(), 0.95, 0.85, 0.1),
                // v = 0.5, then 0.45 + 1 = 1.45
                new Case(Optimizer.momentum(0.9), 0.95, 0.805, 0.02),
                // steps 0.1·(0.5 + 0.45) and 0.1·(1 + 0.9·1.45)
                new Case(Optimizer.nesterov(0.9), 0.905, 0.6745, 0.02),
                // m̂ = 0.5, v̂ = 0.25: a step of 0.1; m̂ = 0.625/0.75, v̂ = 0.296875/0.4375: a step
                // of 0.10116287…
                new Case(adam, 0.9, 0.9 - 0.1 * (0.625 / 0.75) / Math.sqrt(0.296875 / 0.4375), 0.1),
                // v = 0.0625, then 0.296875: steps of 0.1·0.5/√v and 0.1·1/√v
                new Case(new RmsProp(0.75, 1e-12, 0, false), 0.8, 0.8 - 0.1 / Math.sqrt(0.296875), 0.01),
                // m = 0.125, then 0.34375; b = 0.5/√(0.0625 − m²), then 0.5·b + 1/√(0.296875 − m²)
                new Case(
                        new RmsProp(0.75, 1e-12, 0.5, true),
                        1 - 0.05 / Math.sqrt(0.046875),
                        1 - 0.075 / Math.sqrt(0.046875) - 0.1 / Math.sqrt(0.296875 - 0.34375 * 0.34375),
                        0.01),
                // the same steps from 1·(1 − 0.1·0.2) and from 0.88·(1 − 0.1·0.2)
                new Case(
                        new AdamW(adam, 0.2), 0.88, 0.8624 - 0.1 * (0.625 / 0.75) / Math.sqrt(0.296875 / 0.4375), 0.1));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void twoStepsAreThoseWorkedByHand(Case row) {
        Matrix start = Matrix.of(1, 1, 1);
        Moments none = Moments.start(row.optimizer, start);

        ParameterUpdate first = OptimizerFormulas.usual(row.optimizer, 0.1, 1)
                .update(block(Role.WEIGHTS), start, Matrix.of(1, 1, 0.5), none);
        ParameterUpdate second = OptimizerFormulas.usual(row.optimizer, 0.1, 2)
                .update(block(Role.WEIGHTS), first.after(), Matrix.of(1, 1, 1), first.moments());

        // Adam's ε moves the step by 2e-9 of itself.
        assertThat(first.after().at(0, 0)).isCloseTo(row.first, within(1e-8));
        assertThat(second.after().at(0, 0)).isCloseTo(row.second, within(1e-8));
    }

    /// loss = ½·(3 − θ₁)² + ½·(−2 − 2·θ₂)²: curvatures 1 and 4, least at θ = (3, −1). Weight decay
    /// pulls AdamW's answer towards 0, so it gets a weight decay small enough to stay within the
    /// same bound.
    @ParameterizedTest
    @MethodSource("cases")
    void everyOneSolvesTheSameQuadratic(Case row) {
        UpdateRule optimizer = switch (row.optimizer) {
            case AdamW(Adam _, double _) -> Optimizer.adamW(1e-4);
            case Adam _ -> Optimizer.adam();
            case RmsProp _ -> Optimizer.rmsProp();
            case Sgd _, Momentum _, Nesterov _ -> row.optimizer;
        };
        Architecture architecture = Architecture.inputs(2).denseWithoutBias(1, Activation.IDENTITY);
        ReferenceNetwork start = ReferenceNetwork.of(architecture, new double[] {-1, 2});
        var trainer = new ReferenceTrainer(Loss.halfSquaredError(), optimizer, new LearningRate.Linear(row.rate));

        ReferenceNetwork solved = trainer.train(start, Matrix.of(2, 2, 1, 0, 0, 2), Matrix.of(2, 1, 3, -2), 2000);

        assertThat(solved.parameters()[0]).isCloseTo(3, within(1e-3));
        assertThat(solved.parameters()[1]).isCloseTo(-1, within(1e-3));
    }

    @Test
    void biasesDoNotDecay() {
        Matrix start = Matrix.of(1, 1, 1);
        Matrix gradient = Matrix.of(1, 1, 0.5);
        UpdateRule decaying = Optimizer.adamW(0.2);
        Moments none = Moments.start(decaying, start);

        Matrix bias = OptimizerFormulas.usual(decaying, 0.1, 1)
                .update(block(Role.BIAS), start, gradient, none)
                .after();
        Matrix withoutDecay = OptimizerFormulas.usual(Optimizer.adam(), 0.1, 1)
                .update(block(Role.BIAS), start, gradient, none)
                .after();

        assertThat(bias).isEqualTo(withoutDecay);
    }

    private static Block block(Role role) {
        return new Block(0, Optional.empty(), role, 1, 1, 0);
    }
}
