package slope.serve.studio.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import slope.serve.http.HttpException;
import slope.serve.http.Request;
import slope.serve.http.Response;
import slope.serve.http.Routes;
import slope.serve.studio.data.SentFiles;
import slope.serve.studio.json.JsonAnswer;

/// What the page asks of saved models: which are open, and to open one that it sends.
public final class SavedModelEndpoints {
    private final SavedModels models;
    private final SentFiles files;
    private final long mostUpload;

    /// @param files where models are kept that are sent
    /// @param mostUpload bytes of a file
    public SavedModelEndpoints(SavedModels models, SentFiles files, long mostUpload) {
        this.models = models;
        this.files = files;
        this.mostUpload = mostUpload;
    }

    public void on(Routes routes) {
        routes.add("GET", "/api/models", "saved models that are open", (request, names) -> JsonAnswer.of(models.list()))
                .add("PUT", "/api/models", "opens a saved model", this::open);
    }

    private Response open(Request request, Map<String, String> names) throws IOException {
        String name = SentFiles.name(request.query().getOrDefault("name", ""));
        if (request.bodyLength().orElse(0) > mostUpload) {
            throw new HttpException(
                    413, "the file is larger than the %s MB that the studio takes".formatted(mostUpload >> 20));
        }
        Path kept = files.keep(name, file -> request.copyBody(file, mostUpload, ignored -> {}));
        models.open(kept);
        return JsonAnswer.of(201, models.list());
    }
}
