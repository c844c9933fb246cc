/// What a column looks like before anything is learned from it: an identifier, a code, a copy of the target.
///
/// Start with [slope.table.profile.InputColumns], which decides what enters a network and says why the
/// rest does not. How a column is encoded is not here: see `slope.preprocess`.
@NullMarked
package slope.table.profile;

import org.jspecify.annotations.NullMarked;
