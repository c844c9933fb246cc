package slope.slice;

import slope.model.Condition;

/// A question that divides rows in two.
///
/// @param yes the condition of the rows on one side
/// @param no the condition of all others
/// @param gain by how much it lowers the weighted sum of the squared distances of losses from their mean
record Question(Condition yes, Condition no, double gain) {}
