package slope.serve.studio.run;

import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import slope.report.training.PlanReport;
import slope.run.TrainingRequest;
import slope.serve.http.HttpException;
import slope.serve.http.OwnThread;
import slope.serve.http.Request;
import slope.serve.http.Response;
import slope.serve.http.Routes;
import slope.serve.studio.data.OpenSource;
import slope.serve.studio.data.OpenTable;
import slope.serve.studio.data.TableSlot;
import slope.serve.studio.json.JsonAnswer;
import slope.serve.studio.json.Query;

/// What the page asks about trainings.
public final class RunEndpoints {
    private final StudioRuns runs;
    private final TableSlot slot;
    private final Function<TrainingRequest, String> commandLine;
    private final TimeTrials trials = new TimeTrials();

    /// @param commandLine words a request as a command
    public RunEndpoints(StudioRuns runs, TableSlot slot, Function<TrainingRequest, String> commandLine) {
        this.runs = runs;
        this.slot = slot;
        this.commandLine = commandLine;
    }

    public Routes on(Routes routes) {
        return routes.add(
                        "GET",
                        "/api/choices",
                        "what a request may say",
                        (request, names) -> JsonAnswer.of(ChoicesReport.all()))
                .add("POST", "/api/plan", "what a training would be", this::plan)
                .add("POST", "/api/estimate", "how long a training may take, by a trial", this::estimate)
                .add("POST", "/api/code", "the same elsewhere", this::code)
                .add("POST", "/api/runs", "begins a training", this::begin)
                .add("GET", "/api/runs/compare", "two runs beside each other", this::compare)
                .add("GET", "/api/runs", "all runs", (request, names) -> list())
                .add("GET", "/api/runs/{run}", "a run", (request, names) -> facts(200, run(names)))
                .add(
                        "POST",
                        "/api/runs/{run}/stop",
                        "asks a run to stop",
                        (request, names) -> facts(202, runs.stop(number(names))))
                .add(
                        "POST",
                        "/api/runs/{run}/pause",
                        "asks a run to stop until it goes on",
                        (request, names) -> facts(202, runs.pause(number(names))))
                .add(
                        "POST",
                        "/api/runs/{run}/resume",
                        "goes on with a run",
                        (request, names) -> facts(202, runs.resume(number(names))))
                .add("DELETE", "/api/runs/{run}", "deletes a run", (request, names) -> {
                    runs.delete(number(names));
                    return list();
                })
                .add("POST", "/api/runs/{run}/restore", "undoes that", (request, names) -> {
                    runs.restore(number(names));
                    return list();
                })
                .add(
                        "GET",
                        "/api/runs/{run}/history",
                        "all that has happened in a run",
                        (request, names) -> JsonAnswer.of(run(names).since("").news()))
                .add("GET", "/api/runs/{run}/gradients", "sizes of gradients by layer and epoch", this::gradients)
                .add(
                        "GET",
                        "/api/runs/{run}/training",
                        "the report of a training",
                        (request, names) ->
                                Response.of(200, Response.JSON, run(names).training()));
    }

    private Response plan(Request request, Map<String, String> names) throws IOException {
        TrainingRequest asked = RequestBody.of(request);
        OpenTable table = slot.ready();
        return JsonAnswer.of(
                OwnThread.result(() -> PlanReport.of(asked.estimator().plan(table.table()))));
    }

    private Response begin(Request request, Map<String, String> names) throws IOException {
        TrainingRequest asked = RequestBody.of(request);
        trials.cancel();
        return facts(201, runs.begin(asked, slot.ready()));
    }

    private Response estimate(Request request, Map<String, String> names) throws IOException {
        TrainingRequest asked = RequestBody.of(request);
        OpenSource source = slot.ready().source();
        runs.requireIdle();
        return JsonAnswer.of(OwnThread.result(
                () -> trials.estimate(asked.table(source.location()).reading(source.options()))));
    }

    private Response code(Request request, Map<String, String> names) throws IOException {
        TrainingRequest asked = RequestBody.of(request);
        OpenSource source = slot.ready().source();
        return JsonAnswer.of(CodeReport.of(asked.table(source.location()).reading(source.options()), commandLine));
    }

    private Response compare(Request request, Map<String, String> names) {
        Query query = Query.of(request);
        StudioRun first = runs.get(query.count("first").orElse(0));
        StudioRun second = runs.get(query.count("second").orElse(0));
        return JsonAnswer.of(CompareReport.of(
                runs.facts(first, slot.find()), runs.facts(second, slot.find()), first.training(), second.training()));
    }

    private Response gradients(Request request, Map<String, String> names) {
        return JsonAnswer.of(
                run(names).gradients(Query.of(request).count("network").orElse(1)));
    }

    private Response list() {
        return JsonAnswer.of(runs.list(slot.find()));
    }

    private Response facts(int status, StudioRun run) {
        return JsonAnswer.of(status, runs.facts(run, slot.find()));
    }

    private StudioRun run(Map<String, String> names) {
        return runs.get(number(names));
    }

    /// The number of the run that a path names.
    ///
    /// @throws HttpException if it names none
    public static int number(Map<String, String> names) {
        String text = names.getOrDefault("run", "");
        if (!text.matches("\\d{1,8}")) {
            throw new HttpException(404, "\"%s\" is no number of a run".formatted(text));
        }
        return Integer.parseInt(text);
    }
}
