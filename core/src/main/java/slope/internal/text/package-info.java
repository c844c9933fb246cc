/// Sentences for people: quoted and visible text, the name that was probably meant, short times.
///
/// Start with [slope.internal.text.Sentence]. Nothing here knows tables or networks.
@NullMarked
package slope.internal.text;

import org.jspecify.annotations.NullMarked;
