package slope.serve.studio.model;

import java.util.Arrays;
import slope.report.comparison.ComparisonReport;
import slope.report.comparison.ComparisonRequest;
import slope.serve.http.HttpException;
import slope.serve.http.OwnThread;
import slope.serve.http.Request;
import slope.serve.http.Response;
import slope.serve.http.Routes;
import slope.serve.studio.json.JsonAnswer;
import slope.serve.studio.json.Query;

/// What the page asks of two runs' models: which is better on rows that neither learned from.
public final class CompareEndpoints {
    private final OpenedModels opened;

    public CompareEndpoints(OpenedModels opened) {
        this.opened = opened;
    }

    public void on(Routes routes) {
        routes.add(
                "GET",
                "/api/runs/compare/models",
                "two runs' models on the test rows that they share",
                (request, names) -> OwnThread.result(() -> compared(request)));
    }

    private Response compared(Request request) {
        Query query = Query.of(request);
        int first = query.count("first").orElse(0);
        int second = query.count("second").orElse(0);
        OpenedModel one = opened.ofRun(first);
        OpenedModel other = opened.ofRun(second);
        requireShared(one, other, "runs %s and %s".formatted(first, second));
        return JsonAnswer.of(ComparisonReport.of(one.test(), other.test(), ComparisonRequest.usual()));
    }

    private static void requireShared(OpenedModel one, OpenedModel other, String both) {
        boolean areOfOneTable = one.tableHash().equals(other.tableHash());
        if (!areOfOneTable || !Arrays.equals(one.testRows(), other.testRows())) {
            throw new HttpException(
                    409,
                    ("%s do not share their test rows, so that one may have learned from those of the other; train"
                                    + " both on one table with the same seed and share of test rows")
                            .formatted(both));
        }
    }
}
