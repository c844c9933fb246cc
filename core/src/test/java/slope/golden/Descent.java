package slope.golden;

import slope.network.ParameterLayout;
import slope.training.Optimizer;
import slope.training.ParameterFactors;

/// What steps along gradients go by.
///
/// @param layout of the parameters
public record Descent(Optimizer optimizer, ParameterFactors factors, ParameterLayout layout) {}
