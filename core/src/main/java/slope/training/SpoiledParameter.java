package slope.training;

import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalInt;
import slope.layer.ParameterLayout.Block;
import slope.layer.ParameterLayout.Role;

/// A parameter that is no longer finite: of all in the order of the layers, the first.
public final class SpoiledParameter implements Serializable {
    private static final long serialVersionUID = 1;

    private static final int NO_PART = 0;

    private final int layer;
    private final int part;
    private final Role role;
    private final int row;
    private final int column;

    private SpoiledParameter(Block block, int index) {
        this.layer = block.layer() + 1;
        this.part = block.part().map(each -> each + 1).orElse(NO_PART);
        this.role = block.role();
        this.row = index / block.columns() + 1;
        this.column = index % block.columns() + 1;
    }

    /// @param index within the block, from 0
    static SpoiledParameter of(Block block, int index) {
        return new SpoiledParameter(block, index);
    }

    /// The layer's number, from 1.
    public int layer() {
        return layer;
    }

    /// The number of its feature embedding, or of a residual block's layer, from 1.
    public OptionalInt part() {
        return part == NO_PART ? OptionalInt.empty() : OptionalInt.of(part);
    }

    /// What it is for.
    public Role role() {
        return role;
    }

    /// Its row in the matrix of that role, from 1: of a dense layer's weights the input.
    public int row() {
        return row;
    }

    /// Its column, from 1: of a dense layer's weights the unit.
    public int column() {
        return column;
    }

    /// As in `layer 2 weights 3, 5`.
    @Override
    public String toString() {
        Optional<Integer> within = part == NO_PART ? Optional.empty() : Optional.of(part - 1);
        return "%s %s, %s".formatted(new Block(layer - 1, within, role, 0, 0, 0).name(), row, column);
    }
}
