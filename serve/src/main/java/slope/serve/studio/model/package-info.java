/// Models of the studio's runs: scored, explained, tried on rows, and taken apart.
///
/// Start with [slope.serve.studio.model.OpenedModel]. All that is answered are reports of `slope.report`.
@NullMarked
package slope.serve.studio.model;

import org.jspecify.annotations.NullMarked;
