package slope.serve.studio.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import slope.internal.table.RequiredColumns;
import slope.serve.http.HttpException;
import slope.serve.http.Request;
import slope.serve.http.Response;
import slope.serve.http.Routes;
import slope.serve.studio.json.JsonAnswer;
import slope.serve.studio.json.JsonObject;
import slope.serve.studio.json.Problem;
import slope.serve.studio.json.Query;
import slope.table.DataException;
import slope.tables.TableSource;

/// What the page asks about the table.
public final class TableEndpoints {
    private static final int USUAL_ROWS = 50;
    private static final int MOST_ROWS = 1_000;
    private static final int HUNDREDTHS = 100;

    private final TableSlot slot;
    private final SentFiles folder;
    private final long mostUpload;
    private final Supplier<Response> state;

    /// @param mostUpload bytes of a file
    /// @param state the answer to what changes the table
    public TableEndpoints(TableSlot slot, SentFiles folder, long mostUpload, Supplier<Response> state) {
        this.slot = slot;
        this.folder = folder;
        this.mostUpload = mostUpload;
        this.state = state;
    }

    public Routes on(Routes routes) {
        return routes.add("PUT", "/api/data", "takes a file", this::upload)
                .add("POST", "/api/data/example", "opens a table of the studio's own", this::example)
                .add("POST", "/api/data/read", "reads the table again, in another way", this::read)
                .add("DELETE", "/api/data/read", "ends the sending or the reading", this::cancel)
                .add(
                        "GET",
                        "/api/data",
                        "what the table's columns hold",
                        (request, names) -> JsonAnswer.of(slot.ready().report()))
                .add("GET", "/api/data/column", "all about one of its columns", this::column)
                .add("GET", "/api/data/rows", "some of its rows", this::rows);
    }

    private Response upload(Request request, Map<String, String> names) throws IOException {
        String name = SentFiles.name(request.query().getOrDefault("name", ""));
        long length = request.bodyLength().orElse(0);
        requireSmall(length);
        slot.arriving(name, new TableFacts.ReadFacts(0, length));
        try {
            AtomicLong arrived = new AtomicLong();
            AtomicLong told = new AtomicLong();
            Path kept = folder.keep(
                    name,
                    file -> request.copyBody(file, mostUpload, bytes -> {
                        slot.requireArriving();
                        long now = arrived.addAndGet(bytes);
                        if (length > 0 && HUNDREDTHS * now / length > told.get()) {
                            told.set(HUNDREDTHS * now / length);
                            slot.arriving(name, new TableFacts.ReadFacts(now, length));
                        }
                    }));
            slot.requireArriving();
            slot.read(new OpenSource(
                    name,
                    OpenSource.From.UPLOAD,
                    TableSource.of(kept.toAbsolutePath().toString()),
                    Map.of(),
                    Optional.empty()));
            return state.get();
        } catch (CancellationException cancelled) {
            return state.get();
        } catch (DataException | HttpException refused) {
            slot.notArrived(Problem.of(new DataException(String.valueOf(refused.getMessage()))));
            throw refused;
        } catch (IOException gone) {
            slot.notArrived(Problem.of(new DataException("the file has not come to its end; send it again")));
            throw gone;
        }
    }

    private void requireSmall(long bytes) {
        if (bytes > mostUpload) {
            throw new HttpException(
                    413,
                    "the file has %s MB, and the studio takes %s; name it on the command line, where any size is read"
                            .formatted(bytes >> 20, mostUpload >> 20));
        }
    }

    private Response example(Request request, Map<String, String> names) throws IOException {
        String name = JsonObject.of(request).only("name").text("name");
        Example example = Example.named(name)
                .orElseThrow(() -> new HttpException(
                        400,
                        "there is no example \"%s\"; there are %s"
                                .formatted(
                                        name,
                                        String.join(
                                                ", ",
                                                List.of(Example.values()).stream()
                                                        .map(each ->
                                                                each.facts().name())
                                                        .toList()))));
        Path kept = folder.keep(example.file(), example::write);
        slot.read(new OpenSource(
                example.file(),
                OpenSource.From.EXAMPLE,
                TableSource.of(kept.toAbsolutePath().toString()),
                Map.of(),
                Optional.of(example.target())));
        return state.get();
    }

    private Response read(Request request, Map<String, String> names) throws IOException {
        slot.read(slot.source().reading(JsonObject.of(request).members()));
        return state.get();
    }

    private Response cancel(Request request, Map<String, String> names) {
        slot.cancel();
        return state.get();
    }

    private Response column(Request request, Map<String, String> names) {
        OpenTable table = slot.ready();
        String name = Query.of(request).text("name").orElse("");
        RequiredColumns.requireAll(List.of(name), table.table().names());
        return JsonAnswer.of(
                ColumnReport.of(table.table().column(name), table.source().options()));
    }

    private Response rows(Request request, Map<String, String> names) {
        Query query = Query.of(request);
        int from = Math.max(1, query.count("from").orElse(1));
        int count = Math.min(MOST_ROWS, query.count("count").orElse(USUAL_ROWS));
        return JsonAnswer.of(RowsReport.of(slot.ready().table(), from, count));
    }
}
