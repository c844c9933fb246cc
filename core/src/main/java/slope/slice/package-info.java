/// Slices of rows on which a model has larger losses than elsewhere.
///
/// Start with [slope.slice.SliceFinder], which grows a shallow regression tree over the losses of rows. What it
/// finds is a value, [slope.model.Slices], that a model keeps in its record.
@NullMarked
package slope.slice;

import org.jspecify.annotations.NullMarked;
