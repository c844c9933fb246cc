package slope.layer;

import java.util.List;
import slope.layer.ParameterLayout.Block;
import slope.layer.ParameterLayout.Role;

/// Where the columns and parameters of a feature embedding stand.
///
/// @param inputWidth inputs of the whole network
/// @param firstInput the embedding's first
/// @param outputWidth outputs of all embeddings
/// @param firstOutput the embedding's first
/// @param blocks the embedding's parameters
public record EmbeddingPlace(int inputWidth, int firstInput, int outputWidth, int firstOutput, List<Block> blocks) {
    public EmbeddingPlace {
        blocks = List.copyOf(blocks);
    }

    Block block(Role role) {
        return blocks.stream().filter(block -> block.role() == role).findFirst().orElseThrow();
    }
}
