package slope.layer;

import java.util.List;
import java.util.Optional;
import slope.layer.ParameterLayout.Block;
import slope.layer.ParameterLayout.Role;

/// Where a layer and its parameters stand in a network.
///
/// @param layout of the architecture's parameters, made once for all layers
/// @param index the layer's number, from 0
public record LayerPlace(Architecture architecture, ParameterLayout layout, int index) {

    /// The numbers per row that enter.
    public int inputs() {
        return architecture.inputsOf(index);
    }

    /// The numbers per row that leave.
    public int outputs() {
        return architecture.inputsOf(index + 1);
    }

    /// How many ensemble members the network has.
    public int members() {
        return architecture.members();
    }

    /// Where the parameters of the layer's feature embedding with this number stand.
    List<Block> blocks(int part) {
        return layout.of(index, part);
    }

    Block block(Role role) {
        return find(role).orElseThrow();
    }

    Optional<Block> find(Role role) {
        return layout.of(index).stream().filter(block -> block.role() == role).findFirst();
    }
}
