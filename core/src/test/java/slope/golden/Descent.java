package slope.golden;

import slope.layer.ParameterLayout;
import slope.optimizer.ParameterGroups;
import slope.optimizer.UpdateRule;

/// What steps along gradients go by.
///
/// @param layout of the parameters
public record Descent(UpdateRule optimizer, ParameterGroups groups, ParameterLayout layout) {}
