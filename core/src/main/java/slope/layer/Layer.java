package slope.layer;

import java.util.List;
import java.util.Optional;
import slope.kernel.Team;

/// One step of a network, as settings.
///
/// Each layer says in a file of its own what it computes, which parameters it has and how they start, and makes
/// its own [LayerPass], the forward and backward over the kernels.
public sealed interface Layer
        permits Dense,
                FeatureEmbeddings,
                Scale,
                ParametricActivation,
                Dropout,
                LayerNorm,
                Residual,
                BatchEnsembleAdapter,
                EnsembleHeads,
                CustomLayer {

    /// How reports and errors number a layer: `layer 3`, or `layer 3.2` for a part of it.
    ///
    /// @param number from 1
    /// @param part the layer of a residual block, or the feature embedding, from 1
    static String name(int number, Optional<Integer> part) {
        return "layer " + number + part.map(each -> "." + each).orElse("");
    }

    /// Its name in reports and errors, such as `dense relu`.
    String title();

    /// The number of outputs for each row of so many inputs.
    int outputs(int inputs);

    /// The function that its outputs have gone through last: the identity where it has no activation.
    default Activation activation() {
        return Activation.IDENTITY;
    }

    /// Refuses a place in a network where the layer cannot work, in time that does not grow with the layers.
    ///
    /// @param index the layer's number, from 0
    /// @throws IllegalArgumentException which says why
    default void check(Architecture architecture, int index) {}

    /// Whether a training step draws random numbers in it, so that the same rows have another loss
    /// in each.
    default boolean isRandom() {
        return false;
    }

    /// Whether its outputs are its inputs where nothing is trained, so that predictions can leave it out.
    default boolean passesPredictions() {
        return false;
    }

    /// What the layer learns, in the order of the network's [ParameterLayout].
    ///
    /// @param members how many ensemble members the network has
    List<Parameter> parameters(int inputs, int members);

    /// The memory and code of the layer at its place in a network.
    ///
    /// @param batchSize rows of all ensemble members together, at most
    /// @param step says whether a forward trains or predicts
    LayerPass pass(LayerPlace place, Team team, int batchSize, TrainingStep step);

    /// Numbers of memory that the layer's pass makes for a block of so many rows; one that only predicts makes fewer.
    long numbers(int inputs, int rows);

    /// Numbers of memory that its pass makes for each thread besides.
    default long numbersOfThread(int rows) {
        return 0;
    }
}
