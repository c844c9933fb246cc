package slope.layer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import slope.kernel.ElementwiseFunction;

class ActivationPassTest {

    /// The kernels know no activations, so they hold constants of their own.
    @Test
    void seluHasTheSameConstantsInBothPlaces() {
        assertThat(ElementwiseFunction.SELU_LAMBDA).isEqualTo((float) Activation.Selu.LAMBDA);
        assertThat(ElementwiseFunction.SELU_LAMBDA_ALPHA)
                .isEqualTo((float) (Activation.Selu.LAMBDA * Activation.Selu.ALPHA));
    }

    @Test
    void parametersReachTheKernels() {
        assertThat(ActivationPass.of(new Activation.LeakyRelu(0.2), 7))
                .isEqualTo(new ActivationPass.Elementwise(ElementwiseFunction.LEAKY_RELU, 0.2f, 7));
        assertThat(ActivationPass.of(new Activation.Elu(0.7), 7))
                .isEqualTo(new ActivationPass.Elementwise(ElementwiseFunction.ELU, 0.7f, 7));
    }
}
