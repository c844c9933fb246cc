package slope.serve.studio.model;

import java.io.IOException;
import java.util.Map;
import slope.serve.http.OwnThread;
import slope.serve.http.Request;
import slope.serve.http.Response;
import slope.serve.http.Routes;
import slope.serve.studio.run.RunEndpoints;

/// Answers what is asked of a run's model, in a thread of its own.
interface ModelEndpoint {
    /// Answers a request.
    ///
    /// @throws IOException if the client is gone
    Response answer(OpenedRun run, Request request) throws IOException;

    /// As a route has it.
    ///
    /// @param opened where the model of the path's run is found
    default Routes.Endpoint of(OpenedRuns opened) {
        return (Request request, Map<String, String> names) ->
                OwnThread.result(() -> answer(opened.get(RunEndpoints.number(names)), request));
    }
}
