package slope.serve.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntConsumer;

/// A request.
public interface Request {
    /// The method; `GET` also for `HEAD`, whose response just loses its body.
    String method();

    /// The segments of the path, decoded: `/v2/models/my%20model` is `v2`, `models`, `my model`.
    ///
    /// @throws HttpException if they cannot be decoded
    List<String> path();

    /// A header's first value.
    Optional<String> header(String name);

    /// The parameters behind the path; of two equal names the last counts.
    Map<String, String> query();

    /// The length of the body; empty where only its end will tell.
    OptionalLong bodyLength();

    /// The whole body.
    ///
    /// @param arriving is told how many bytes have come, again and again; what it throws ends the reading
    /// @throws HttpException if it has more bytes than this
    default byte[] body(int most, IntConsumer arriving) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        copyBody(body, most, arriving);
        return body.toByteArray();
    }

    /// Copies the whole body, of which only a piece is ever in memory.
    ///
    /// @param arriving is told how many bytes have come, again and again; what it throws ends the reading
    /// @throws HttpException if it has more bytes than this
    void copyBody(OutputStream target, long most, IntConsumer arriving) throws IOException;
}
