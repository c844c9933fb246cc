/// Checks of columns before training: identifiers, codes, copies of the target.
///
/// Start with [slope.table.profile.InputColumns], which chooses the inputs and gives the reason for
/// the other columns. How a column is encoded is not here: see `slope.preprocess`.
@NullMarked
package slope.table.profile;

import org.jspecify.annotations.NullMarked;
