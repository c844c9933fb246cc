package slope.serve.studio.model;

import java.util.LinkedHashMap;
import java.util.Map;
import slope.run.TracedUpdate;
import slope.serve.http.HttpException;
import slope.serve.http.OwnThread;
import slope.serve.http.Request;
import slope.serve.http.Routes;
import slope.serve.studio.run.RunEndpoints;
import slope.serve.studio.run.StudioRun;
import slope.serve.studio.run.StudioRuns;

/// What the page asks of a run that diverged, and so left no model: the updates before its end.
public final class DivergedEndpoints {
    private static final int MOST = 3; // runs whose updates are kept

    private final StudioRuns runs;
    private final Map<StudioRun, KeptUpdates> kept = new LinkedHashMap<>();

    public DivergedEndpoints(StudioRuns runs) {
        this.runs = runs;
    }

    public void on(Routes routes) {
        routes.add(
                        "GET",
                        "/api/runs/{run}/diverged/update",
                        "a step of a training that diverged",
                        (request, names) ->
                                OwnThread.result(() -> InsideEndpoints.updated(update(request, names), request)))
                .add(
                        "GET",
                        "/api/runs/{run}/diverged/update/shares",
                        "what each row adds to a gradient there",
                        (request, names) ->
                                OwnThread.result(() -> InsideEndpoints.shares(update(request, names), request)));
    }

    private TracedUpdate update(Request request, Map<String, String> names) {
        StudioRun run = runs.get(RunEndpoints.number(names));
        if (!run.hasDiverged()) {
            throw new HttpException(
                    409, "run %s did not diverge; ask for an update of its model".formatted(run.number()));
        }
        return updates(run).get(InsideEndpoints.place(request));
    }

    private synchronized KeptUpdates updates(StudioRun run) {
        KeptUpdates known = kept.get(run);
        if (known == null) {
            if (kept.size() == MOST) {
                kept.remove(kept.keySet().iterator().next());
            }
            known = new KeptUpdates(place -> TracedUpdate.ofDiverged(run.request(), place));
            kept.put(run, known);
        }
        return known;
    }
}
