package slope.layer;

/// The function a layer applies to each of its pre-activations, element by element; [Softmax] alone
/// looks at a whole row.
///
/// Values are settings, not code that runs on arrays: the float engine ([ActivationPass]) and the
/// double engine each switch over this closed set, so a new activation makes the compiler list the
/// places to finish.
///
/// Formulas: z is the pre-activation that enters, a the output that leaves.
public sealed interface Activation {

    /// Its name in settings, reports and files. Each activation states its own: with a default
    /// method here, the constants below and the records would initialize each other.
    String title();

    Activation SIGMOID = new Sigmoid();
    Activation RELU = new Relu();
    Activation TANH = new Tanh();
    Activation IDENTITY = new Identity();
    Activation SOFTMAX = new Softmax();
    /// Leaky ReLU with the usual 0.01 below zero.
    Activation LEAKY_RELU = new LeakyRelu(0.01);
    /// ELU with the usual α = 1.
    Activation ELU = new Elu(1.0);
    Activation SELU = new Selu();
    Activation GELU = new Gelu();
    Activation GELU_TANH = new GeluTanh();
    Activation SILU = new Silu();
    Activation MISH = new Mish();

    /// a = 1 / (1 + e^−z); its derivative, from the output, is a·(1 − a).
    record Sigmoid() implements Activation {
        @Override
        public String title() {
            return "sigmoid";
        }
    }

    /// a = max(0, z); its derivative is 1 above zero and 0 elsewhere.
    record Relu() implements Activation {
        @Override
        public String title() {
            return "relu";
        }
    }

    /// a = tanh z; its derivative, from the output, is 1 − a².
    record Tanh() implements Activation {
        @Override
        public String title() {
            return "tanh";
        }
    }

    /// a = z; its derivative is 1.
    record Identity() implements Activation {
        @Override
        public String title() {
            return "identity";
        }
    }

    /// a_j = e^(z_j) / Σ_k e^(z_k) over a row: outputs that are positive and sum to 1. Only a last
    /// layer may have it.
    record Softmax() implements Activation {
        @Override
        public String title() {
            return "softmax";
        }
    }

    /// a = z above zero, slope·z elsewhere (Maas et al. 2013, "Rectifier Nonlinearities Improve
    /// Acoustic Models").
    ///
    /// @param slope the slope below zero, finite
    record LeakyRelu(double slope) implements Activation {
        public LeakyRelu {
            requireFinite("leaky ReLU's slope", slope);
        }

        @Override
        public String title() {
            return "leaky-relu";
        }
    }

    /// a = z above zero, α·(e^z − 1) elsewhere (Clevert et al. 2015, arXiv 1511.07289, eq. 15).
    ///
    /// @param alpha what the function tends to below zero, negated; finite
    record Elu(double alpha) implements Activation {
        public Elu {
            requireFinite("ELU's alpha", alpha);
        }

        @Override
        public String title() {
            return "elu";
        }
    }

    /// a = λ·z above zero, λ·α·(e^z − 1) elsewhere (Klambauer et al. 2017, arXiv 1706.02515, eq.
    /// 2).
    record Selu() implements Activation {
        /// λ, to the precision of the paper's appendix.
        public static final double LAMBDA = 1.0507009873554805;
        /// α, to the precision of the paper's appendix.
        public static final double ALPHA = 1.6732632423543772;

        @Override
        public String title() {
            return "selu";
        }
    }

    /// a = z·Φ(z), Φ the normal distribution's cumulative function, through erf rather than the
    /// tanh approximation (Hendrycks and Gimpel 2016, arXiv 1606.08415, section 2).
    record Gelu() implements Activation {
        @Override
        public String title() {
            return "gelu";
        }
    }

    /// a = ½·z·(1 + tanh u) with u = √(2/π)·(z + 0.044715·z³), which differs from [Gelu] by up to
    /// 0.0005 (Hendrycks and Gimpel 2016, arXiv 1606.08415, section 2). It is for networks that
    /// were trained with it.
    ///
    /// As ½·(1 + tanh u) = sigmoid(2u), it is computed as z·sigmoid(y) with
    /// y = z·([#LINEAR] + [#CUBIC]·z²), which keeps its digits far below 0; its derivative is
    /// s + z·y′·s·(1 − s), s = sigmoid(y).
    record GeluTanh() implements Activation {
        /// 2·√(2/π).
        public static final double LINEAR = 1.5957691216057308;
        /// 2·√(2/π)·0.044715.
        public static final double CUBIC = 0.044715 * LINEAR;

        @Override
        public String title() {
            return "gelu-tanh";
        }
    }

    /// a = z·sigmoid(z), also called swish (Elfwing et al. 2017, arXiv 1702.03118, eq. 5).
    record Silu() implements Activation {
        @Override
        public String title() {
            return "silu";
        }
    }

    /// a = z·tanh(ln(1 + e^z)) (Misra 2019, arXiv 1908.08681, eq. 1).
    record Mish() implements Activation {
        @Override
        public String title() {
            return "mish";
        }
    }

    private static void requireFinite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(what + " must be finite, not " + value);
        }
    }
}
