package slope.golden;

import slope.layer.ParameterLayout;
import slope.optimizer.Optimizer;
import slope.optimizer.ParameterGroups;

/// What steps along gradients go by.
///
/// @param layout of the parameters
public record Descent(Optimizer optimizer, ParameterGroups groups, ParameterLayout layout) {}
