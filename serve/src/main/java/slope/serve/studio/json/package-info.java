/// What the studio's endpoints read and answer: reports as JSON, refusals as JSON.
///
/// Start with [slope.serve.studio.json.JsonAnswer].
@NullMarked
package slope.serve.studio.json;

import org.jspecify.annotations.NullMarked;
