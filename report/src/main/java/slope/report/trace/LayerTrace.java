package slope.report.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import slope.layer.Layer;
import slope.layer.ParameterLayout;
import slope.layer.ParameterLayout.Block;
import slope.layer.Residual;
import slope.reference.LayerBackward;
import slope.reference.LayerForward;
import slope.reference.LayerParameters;
import slope.reference.ReferenceNetwork;
import slope.report.model.LayerFacts;
import slope.report.trace.RowTrace.NetworkTrace;

/// The trace of one layer, of a network or of a residual block in it.
///
/// @param facts its settings and shape
/// @param layer the same as a value
/// @param blocks where its parameters stand in the network
/// @param parameters the same in double precision, one for each block
/// @param forward from its inputs to its outputs, with a row for each ensemble member
/// @param backward from its error to that of its inputs, if it was asked for
record LayerTrace(
        LayerFacts facts,
        Layer layer,
        List<Block> blocks,
        LayerParameters parameters,
        LayerForward forward,
        Optional<LayerBackward> backward) {

    /// A layer of a network.
    ///
    /// @param index from 0
    static LayerTrace of(NetworkTrace network, int index) {
        return new LayerTrace(
                network.layer(index),
                network.network().architecture().layers().get(index),
                network.network().architecture().parameterLayout().of(index),
                network.network().layers().get(index),
                network.forward().layers().get(index),
                network.backward(index));
    }

    /// The layers in a residual block, first to last; none of other layers.
    List<LayerTrace> inside() {
        if (!(layer instanceof Residual block)) {
            return List.of();
        }
        ReferenceNetwork network = inside(block);
        ParameterLayout layout = network.architecture().parameterLayout();
        List<LayerTrace> inside = new ArrayList<>();
        int start = 0;
        for (int index = 0; index < block.layers().size(); index++) {
            int number = index;
            int end = start + layout.of(index).size();
            inside.add(new LayerTrace(
                    LayerFacts.of(network.architecture(), index),
                    block.layers().get(index),
                    blocks.subList(start, end),
                    network.layers().get(index),
                    forward.inside().get(index),
                    backward.map(each -> each.inside().get(number))));
            start = end;
        }
        return inside;
    }

    /// The network of a block's layers alone.
    private ReferenceNetwork inside(Residual block) {
        double[] values = parameters.blocks().stream()
                .flatMapToDouble(each -> Arrays.stream(each.toArray()))
                .toArray();
        return ReferenceNetwork.of(block.inside(forward.inputs().columns()), values);
    }
}
