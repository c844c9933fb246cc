package slope.serve;

import slope.serve.http.HttpException;
import slope.serve.inference.InferRequest;

/// Attributions beside predictions, `"parameters": {"explain": true}`.
final class Explanations {
    /// Each takes some hundred predictions.
    private static final int MOST_ROWS = 10;

    private Explanations() {}

    /// Refuses a request for attributions.
    ///
    /// @throws HttpException if it is one
    static void refuse(InferRequest request) {
        if (!request.isExplained()) {
            return;
        }
        throw new HttpException(
                400,
                request.rows().rows() > MOST_ROWS
                        ? "\"explain\" is for at most %s rows, and the request has %s"
                                .formatted(MOST_ROWS, request.rows().rows())
                        : "this version of the server gives no attributions; leave \"explain\" out");
    }
}
