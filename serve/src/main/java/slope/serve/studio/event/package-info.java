/// Server-sent events: a bell that says when there is something new, and the form of a message.
///
/// Start with [slope.serve.studio.event.Bell].
@NullMarked
package slope.serve.studio.event;

import org.jspecify.annotations.NullMarked;
