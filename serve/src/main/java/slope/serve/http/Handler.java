package slope.serve.http;

import java.io.IOException;

/// Answers requests, many at once.
public interface Handler {
    /// Answers one request.
    ///
    /// @throws HttpException to answer with an error
    /// @throws IOException if the client is gone
    Response handle(Request request) throws IOException;
}
