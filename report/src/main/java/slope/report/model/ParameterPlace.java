package slope.report.model;

import java.util.Optional;
import slope.layer.ParameterLayout.Block;
import slope.layer.ParameterLayout.Role;

/// Where parameters belong.
///
/// @param layer the layer's number, from 1
/// @param part of its feature embeddings or of its residual block, from 1
/// @param role what they are for
public record ParameterPlace(int layer, Optional<Integer> part, Role role) {
    public static ParameterPlace of(Block block) {
        return new ParameterPlace(block.layer() + 1, block.part().map(part -> part + 1), block.role());
    }

    /// For people, such as `layer 1 weights`.
    public String text() {
        return new Block(layer - 1, part.map(each -> each - 1), role, 0, 0, 0).name();
    }
}
