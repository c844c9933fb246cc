package slope.reference;

import slope.layer.Dropout;
import slope.layer.Residual;

/// What is drawn at random in a layer in a step of a training: the float engine's own draws.
///
/// @param step the name of everything random in the step
/// @param layer the layer's number in its network, from 0
/// @param share what dropout rates are multiplied by
record LayerDraws(long step, int layer, double share) {

    /// Of another layer of the same network.
    LayerDraws at(int other) {
        return new LayerDraws(step, other, share);
    }

    /// Of the first layer in a residual block, which is this layer.
    LayerDraws inside() {
        return new LayerDraws(Residual.stepInside(step, layer), 0, share);
    }

    /// What dropout multiplies each number by: 0 where it is dropped, 1 / (1 − rate) elsewhere.
    Matrix mask(Dropout dropout, Matrix inputs) {
        boolean[] dropped = dropout.dropped(layer, step, share, inputs.rows() * inputs.columns());
        double[] multipliers = new double[dropped.length];
        for (int place = 0; place < dropped.length; place++) {
            multipliers[place] = dropped[place] ? 0 : 1 / (1 - dropout.rate() * share);
        }
        return Matrix.of(inputs.rows(), inputs.columns(), multipliers);
    }
}
