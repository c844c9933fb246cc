package slope.layer;

import java.util.Optional;
import slope.layer.ParameterLayout.Role;

/// A matrix of numbers that a layer learns: its role, its shape, and how its numbers start.
///
/// @param part the feature embedding, or the layer of a residual block, that it belongs to, from 0;
///     none in other layers
/// @param start empty where the [Initializer] of a training draws the numbers
public record Parameter(Optional<Integer> part, Role role, int rows, int columns, Optional<ParameterStart> start) {

    /// A parameter with a start of its own.
    public Parameter(Role role, int rows, int columns, ParameterStart start) {
        this(Optional.empty(), role, rows, columns, Optional.of(start));
    }

    /// A parameter that starts as the [Initializer] says.
    public Parameter(Role role, int rows, int columns) {
        this(Optional.empty(), role, rows, columns, Optional.empty());
    }

    /// The same of the feature embedding or inner layer with this number.
    Parameter ofPart(int part) {
        return new Parameter(Optional.of(part), role, rows, columns, start);
    }
}
