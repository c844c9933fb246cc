/// Checks of columns before training: identifiers, codes, copies of the target; and what changed
/// between two tables.
///
/// Start with [slope.table.profile.InputColumns], which chooses the inputs and gives the reason for
/// the other columns. [slope.table.profile.TableDrift] compares two tables. How a column is encoded is not here: see
/// `slope.preprocess`.
@NullMarked
package slope.table.profile;

import org.jspecify.annotations.NullMarked;
