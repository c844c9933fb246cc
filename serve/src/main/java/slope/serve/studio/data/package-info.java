/// The table that is open in the studio: where it comes from, how it is read, what it holds.
///
/// Start with [slope.serve.studio.data.TableSlot].
@NullMarked
package slope.serve.studio.data;

import org.jspecify.annotations.NullMarked;
