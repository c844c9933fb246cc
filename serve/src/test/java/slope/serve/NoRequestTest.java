package slope.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is no request by HTTP's grammar never reaches Slope: the JDK's server answers it, with 400 and a line of its
/// own in
/// HTML, and ends the connection.
class NoRequestTest {
    private static final int PATIENCE_MILLISECONDS = 300_000;

    private static String answer(TestServer server, String lines) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
            socket.getOutputStream().write(lines.getBytes(StandardCharsets.ISO_8859_1));
            InputStream stream = socket.getInputStream(); // which has the socket's limit
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v2/models/%zz HTTP/1.1",
                "GET /v2/models/50% HTTP/1.1",
                "GET /v2/models/kinds/ready?id=%4 HTTP/1.1",
                "GET /models/a|b/card HTTP/1.1",
                "GET /v2",
                "GET"
            })
    void theServerBelowRefusesIt(String line) throws IOException {
        try (TestServer server = TestServer.start()) {
            assertThat(answer(server, line + "\r\nHost: localhost\r\n\r\n"))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("<h1>400 Bad Request</h1>");
            assertThat(server.log()).isEmpty();
        }
    }

    @Test
    void theNextConnectionIsAnswered() throws Exception {
        try (TestServer server = TestServer.start()) {
            answer(server, "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(server.get("/v2/health/ready").statusCode()).isEqualTo(200);
        }
    }
}
