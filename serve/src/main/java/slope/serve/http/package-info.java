/// HTTP as the endpoints see it: a request, a response, routes. One class knows the server behind it.
///
/// Start with [slope.serve.http.Handler]; [slope.serve.http.JdkServer] runs one. What the endpoints say is not here.
@NullMarked
package slope.serve.http;

import org.jspecify.annotations.NullMarked;
