package slope.serve.studio.model;

import java.io.IOException;
import slope.serve.http.Request;
import slope.serve.http.Response;

/// Answers what is asked of a model.
interface ModelEndpoint {
    /// Answers a request.
    ///
    /// @throws IOException if the client is gone
    Response answer(OpenedModel model, Request request) throws IOException;
}
