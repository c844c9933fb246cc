package slope.serve.studio.model;

import java.util.Map;
import slope.serve.http.HttpException;
import slope.serve.http.OwnThread;
import slope.serve.http.Routes;
import slope.serve.studio.run.RunEndpoints;

/// Adds what is asked of models to the routes: each once for the model of a run and once for a
/// saved one, and answered in a thread of its own.
final class ModelRoutes {
    private final Routes routes;
    private final OpenedModels opened;

    ModelRoutes(Routes routes, OpenedModels opened) {
        this.routes = routes;
        this.opened = opened;
    }

    /// Adds an endpoint.
    ///
    /// @param path behind the model, such as `trace`
    /// @param about what it does, in a few words
    ModelRoutes add(String method, String path, String about, ModelEndpoint endpoint) {
        routes.add(
                method,
                "/api/runs/{run}/" + path,
                about,
                (request, names) ->
                        OwnThread.result(() -> endpoint.answer(opened.ofRun(RunEndpoints.number(names)), request)));
        routes.add(
                method,
                "/api/models/{model}/" + path,
                about + ", of a saved model",
                (request, names) -> OwnThread.result(() -> endpoint.answer(opened.saved(number(names)), request)));
        return this;
    }

    private static int number(Map<String, String> names) {
        String text = names.getOrDefault("model", "");
        if (!text.matches("\\d{1,8}")) {
            throw new HttpException(404, "\"%s\" is no number of a saved model".formatted(text));
        }
        return Integer.parseInt(text);
    }
}
