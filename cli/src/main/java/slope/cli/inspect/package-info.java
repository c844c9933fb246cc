/// `slope inspect`: what is in a saved model.
///
/// Start at [slope.cli.inspect.InspectCommand]. What the file holds is said by `slope.onnx`; here it is
/// laid out for people and for programs.
@NullMarked
package slope.cli.inspect;

import org.jspecify.annotations.NullMarked;
