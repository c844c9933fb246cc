package slope.serve.studio.json;

import slope.report.json.JsonText;
import slope.report.json.Report;
import slope.serve.http.Response;

/// Reports as responses.
public final class JsonAnswer {
    private JsonAnswer() {}

    /// A report.
    public static Response of(Report report) {
        return of(200, report);
    }

    public static Response of(int status, Report report) {
        return Response.of(status, Response.JSON, JsonText.line(report));
    }
}
