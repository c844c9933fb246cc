package slope.serve.studio;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import slope.onnx.SlopeVersion;
import slope.serve.http.Handler;
import slope.serve.http.Request;
import slope.serve.http.Response;
import slope.serve.http.Routes;
import slope.serve.studio.data.Example;
import slope.serve.studio.data.SentFiles;
import slope.serve.studio.data.StateReport;
import slope.serve.studio.data.TableEndpoints;
import slope.serve.studio.data.TableSlot;
import slope.serve.studio.event.Bell;
import slope.serve.studio.json.JsonAnswer;
import slope.serve.studio.json.Problem;
import slope.serve.studio.model.CompareEndpoints;
import slope.serve.studio.model.DivergedEndpoints;
import slope.serve.studio.model.InsideEndpoints;
import slope.serve.studio.model.LessonEndpoints;
import slope.serve.studio.model.OpenedModels;
import slope.serve.studio.model.ResultEndpoints;
import slope.serve.studio.model.SavedModelEndpoints;
import slope.serve.studio.model.SavedModels;
import slope.serve.studio.model.TryEndpoints;
import slope.serve.studio.run.RunEndpoints;
import slope.serve.studio.run.StudioRun;
import slope.serve.studio.run.StudioRuns;
import slope.table.DataException;

/// All paths of the studio.
final class StudioEndpoints {
    private static final String TABLES = "tables";
    private static final String MODELS = "models";

    private final StudioSettings settings;
    private final TableSlot slot;
    private final StudioRuns runs;
    private final Routes routes;

    StudioEndpoints(StudioSettings settings, TableSlot slot, StudioRuns runs, SavedModels models, Bell bell) {
        this.settings = settings;
        this.slot = slot;
        this.runs = runs;
        PageFiles page = new PageFiles(settings.assets());
        EventStream events = new EventStream(bell, slot, runs, this::state);
        SentFiles tables = new SentFiles(settings.folder().resolve(TABLES));
        Routes all = new Routes()
                .add("GET", "/", "the page", (request, names) -> page.index(request))
                .add(
                        "GET",
                        "/assets/{file}",
                        "a file of the page",
                        (request, names) -> page.asset(names.getOrDefault("file", ""), request))
                .add(
                        "GET",
                        "/{file}",
                        "a file beside the page",
                        (request, names) -> page.file(names.getOrDefault("file", ""), request))
                .add("GET", "/api/state", "how the studio stands", (request, names) -> JsonAnswer.of(state()))
                .add(
                        "GET",
                        "/api/events",
                        "all that happens",
                        (request, names) ->
                                events.response(request.header("Last-Event-ID").orElse("")));
        new TableEndpoints(slot, tables, settings.mostUpload(), () -> JsonAnswer.of(202, state())).on(all);
        new RunEndpoints(runs, slot, settings.trainingCommand()).on(all);
        OpenedModels opened = new OpenedModels(runs, models, slot);
        SentFiles sentModels = new SentFiles(settings.folder().resolve(MODELS));
        new SavedModelEndpoints(models, sentModels, settings.mostUpload()).on(all);
        new ResultEndpoints(opened).on(all);
        new CompareEndpoints(opened).on(all);
        new TryEndpoints(opened, settings.predictionCommand()).on(all);
        new InsideEndpoints(opened, settings.traceCommand()).on(all);
        new DivergedEndpoints(runs).on(all);
        new LessonEndpoints(settings.traceCommand()).on(all);
        this.routes = all;
    }

    /// Answers requests; data that cannot be used is told with its place and its remedies.
    Handler handler() {
        return this::handle;
    }

    private Response handle(Request request) throws IOException {
        try {
            return routes.handle(request);
        } catch (DataException unusable) {
            return JsonAnswer.of(422, Problem.of(unusable));
        }
    }

    private StateReport state() {
        return new StateReport(
                SlopeVersion.number(),
                settings.folder().toString(),
                slot.facts(),
                runs.atWork().map(StudioRun::number),
                runs.count(),
                Stream.of(Example.values()).map(Example::facts).toList());
    }

    /// What there is, for tests.
    List<Routes.Route> routes() {
        return routes.all();
    }
}
