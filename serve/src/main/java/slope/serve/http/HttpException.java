package slope.serve.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import slope.internal.text.Sentence;

/// A request that is not answered as asked; the message is one sentence for who sent it.
public final class HttpException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final transient Map<String, String> headers;

    public HttpException(int status, String sentence) {
        this(status, sentence, Map.of());
    }

    private HttpException(int status, String sentence, Map<String, String> headers) {
        super(
                Sentence.of(sentence),
                null,
                false,
                false); // without a stack trace, which would cost more than the answer
        this.status = status;
        this.headers = headers;
    }

    /// Too much is asked at once, or the server is not ready: the client may try again.
    ///
    /// @param seconds when
    public static HttpException later(int status, String sentence, int seconds) {
        return new HttpException(status, sentence).with("Retry-After", Integer.toString(seconds));
    }

    /// Refuses what is not as it has to be.
    ///
    /// @param sentence is made only then: an answer checks some twenty things, and texts take longer than checks
    /// @throws HttpException with status 400 if it is not so
    public static void require(boolean isSo, Supplier<String> sentence) {
        if (!isSo) {
            throw new HttpException(400, sentence.get());
        }
    }

    /// The same with one more header in its response.
    public HttpException with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpException(status, getMessage(), more);
    }

    /// The status of its response.
    public int status() {
        return status;
    }

    /// The response.
    Response response() {
        Response response = Response.error(status, getMessage());
        for (Map.Entry<String, String> header : headers.entrySet()) {
            response = response.with(header.getKey(), header.getValue());
        }
        return response;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
