package slope.report.browser;

import java.nio.file.Path;
import java.util.Map;

/// A page in a [Browser].
public final class BrowserPage {
    private final Connection connection;
    private final String session;

    BrowserPage(Connection connection, String session) {
        this.connection = connection;
        this.session = session;
    }

    /// Opens a file, and waits until it is loaded.
    public void open(Path file) {
        call("Page.enable", Map.of());
        call("Page.navigate", Map.of("url", file.toUri().toString()));
        evaluate("new Promise(done => document.readyState === 'complete' ? done(1)"
                + " : addEventListener('load', () => done(1)))");
    }

    /// The value of an expression of JavaScript; a promise is waited for.
    public Object evaluate(String expression) {
        Map<String, ?> answer =
                call("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (answer.get("exceptionDetails") != null) {
            throw new IllegalStateException(answer.get("exceptionDetails").toString());
        }
        Object value = ((Map<?, ?>) answer.get("result")).get("value");
        return value == null ? "" : value;
    }

    Map<String, ?> call(String method, Map<String, ?> parameters) {
        return connection.call(session, method, parameters);
    }
}
