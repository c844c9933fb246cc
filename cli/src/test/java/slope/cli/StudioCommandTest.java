package slope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The studio in a process of its own, and how its command is refused.
class StudioCommandTest {
    private static final Pattern ADDRESS =
            Pattern.compile("Slope studio: (http://127\\.0\\.0\\.1:(\\d+)/\\?token=([0-9a-f]{32}))\\R");

    @TempDir
    private Path folder;

    private Matcher address(Path out) throws IOException {
        Matcher address = ADDRESS.matcher(Files.readString(out));
        assertThat(address.find()).isTrue();
        return address;
    }

    @Test
    void itPrintsOneAddressAndEndsAlthoughAStreamIsOpen() throws Exception {
        Path out = folder.resolve("out.txt");
        Process process = Launched.slope(
                out,
                List.of(),
                "studio",
                Launched.PROJECT.resolve("examples/penguins.csv").toString(),
                "--target=species",
                "--no-open",
                "--runs=" + folder.resolve("runs"));
        Patience.await(process, () -> ADDRESS.matcher(Files.readString(out)).find(), () -> Files.readString(out));
        Matcher address = address(out);
        HttpResponse<String> entered;
        try (HttpClient client = HttpClient.newHttpClient()) {
            entered = client.send(
                    HttpRequest.newBuilder(URI.create(address.group(1)))
                            .timeout(Patience.LIMIT)
                            .build(),
                    BodyHandlers.ofString());
        }
        assertThat(entered.statusCode()).isEqualTo(302);
        String cookie = entered.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        try (Socket stream = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(address.group(2)))) {
            stream.setSoTimeout(Math.toIntExact(Patience.LIMIT.toMillis()));
            stream.getOutputStream()
                    .write("GET /api/events HTTP/1.0\r\nHost: 127.0.0.1\r\nCookie: %s\r\n\r\n"
                            .formatted(cookie)
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream events = stream.getInputStream();
            assertThat(new String(events.readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200");

            process.destroy(); // SIGTERM, as Ctrl-C

            assertThat(new String(events.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("event: state");
        }
        assertThat(Patience.exitCode(process)).isEqualTo(143);
        assertThat(Files.readString(out).lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--host 0.0.0.0|lets other machines in",
                "--host no.such.host.invalid|is not known",
                "--port 70000|from 0 to 65535",
                "--max-upload 0|at least 1 MB",
                "--target y|needs a FILE",
                "--target y model.onnx|needs a FILE",
                "one.csv two.csv|one table is opened at a time, not one.csv and two.csv",
                "there-is-none.onnx|there-is-none.onnx",
                "there-is-none.csv|there is no file \"there-is-none.csv\"",
                "src|\"src\" is a folder"
            })
    void whatCannotBeIsRefused(String options, String sentence) {
        Ran refused = Ran.slope(("studio --no-open " + options).split(" "));
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains(sentence).doesNotContain("Exception");
    }
}
