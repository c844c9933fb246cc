package slope.layer;

import java.util.Optional;
import slope.layer.ParameterLayout.Role;

/// A matrix of numbers that a layer learns: its role, its shape, and how its numbers start.
///
/// @param part the feature embedding, or the layer of a residual block, that it belongs to, from 0;
///     0 in other layers
/// @param start empty where the [Initializer] of a training draws the numbers
public record Parameter(int part, Role role, int rows, int columns, Optional<ParameterStart> start) {

    /// A parameter with a start of its own.
    public Parameter(Role role, int rows, int columns, ParameterStart start) {
        this(0, role, rows, columns, Optional.of(start));
    }

    /// A parameter that starts as the [Initializer] says.
    public Parameter(Role role, int rows, int columns) {
        this(0, role, rows, columns, Optional.empty());
    }

    /// The same of the feature embedding or inner layer with this number.
    Parameter ofPart(int part) {
        return new Parameter(part, role, rows, columns, start);
    }
}
