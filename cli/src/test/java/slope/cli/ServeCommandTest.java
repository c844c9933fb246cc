package slope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A server in a process of its own, and how its command is refused.
class ServeCommandTest {
    private static final String ROW =
            "{\"island\":\"Biscoe\",\"bill_length_mm\":49.5,\"bill_depth_mm\":15,\"flipper_length_mm\":null,"
                    + "\"body_mass_g\":5000,\"sex\":\"MALE\"}";
    private static final Pattern ADDRESS = Pattern.compile("at (http://127\\.0\\.0\\.1:(\\d+)) ");

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Path model = Path.of("");
    private Path out = Path.of("");
    private int arrival = 3600; // seconds that a request may take to arrive

    @BeforeEach
    void train() {
        model = folder.resolve("penguins.onnx");
        out = folder.resolve("out.txt");
        train(2);
    }

    private void train(int epochs) {
        Ran trained = Ran.slope(
                "train",
                Launched.PROJECT.resolve("examples/penguins.csv").toString(),
                "--target=species",
                "--recipe=plain",
                "--epochs=" + epochs,
                "--out=" + model);
        assertThat(trained.exitCode()).as(trained.err()).isZero();
    }

    private String said() throws IOException {
        return Files.readString(out);
    }

    /// Starts a server, and waits until it is ready.
    private Process serve(String... more) throws Exception {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "serve";
        arguments[1] = model.toString();
        arguments[2] = "--port=0";
        System.arraycopy(more, 0, arguments, 3, more.length);
        Process process = Launched.slope(out, List.of("-Dsun.net.httpserver.maxReqTime=" + arrival), arguments);
        Patience.await(process, () -> ADDRESS.matcher(said()).find(), this::said);
        return process;
    }

    private Matcher address() throws IOException {
        Matcher address = ADDRESS.matcher(said());
        assertThat(address.find()).isTrue();
        return address;
    }

    private HttpResponse<String> ask(String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address().group(1) + path)).timeout(Patience.LIMIT);
        HttpRequest.Builder asking = body.isEmpty() ? request.GET() : request.POST(BodyPublishers.ofString(body));
        HttpRequest whole =
                headers.length == 0 ? asking.build() : asking.headers(headers).build();
        return client.send(whole, BodyHandlers.ofString());
    }

    @Test
    void whatIsInFlightIsFinishedWhenTheServerIsTerminated() throws Exception {
        Process process = serve();
        assertThat(ask("/predict/penguins", ROW).statusCode()).isEqualTo(200);
        try (Socket slow = new Socket(
                InetAddress.getLoopbackAddress(), Integer.parseInt(address().group(2)))) {
            slow.setSoTimeout(Math.toIntExact(Patience.LIMIT.toMillis()));
            String begin = "POST /predict/penguins HTTP/1.1\r\nHost: localhost\r\nContent-Length: %s\r\n\r\n%s"
                    .formatted(ROW.length(), ROW.substring(0, 20));
            slow.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
            Patience.await(
                    process, () -> ask("/metrics", "").body().contains("slope_requests_in_flight 1"), this::said);

            process.destroy(); // SIGTERM

            Patience.await(process, () -> ask("/v2/health/ready", "").statusCode() == 503, this::said);
            assertThat(ask("/predict/penguins", ROW).statusCode()).isEqualTo(503);
            slow.getOutputStream().write(ROW.substring(20).getBytes(StandardCharsets.US_ASCII));
            InputStream answer = slow.getInputStream();
            assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200 ")
                    .contains("probability_Gentoo");
        }
        assertThat(Patience.exitCode(process)).isEqualTo(143);
        assertThat(said()).contains("finishing the requests in flight").doesNotContain("Exception");
    }

    @Test
    void aFileThatChangesIsServedAndADamagedOneIsNot() throws Exception {
        Process process = serve();
        String before = ask("/v2/models/penguins", "").body();
        Files.writeString(model, "this is no model");
        Patience.await(process, () -> said().contains("\"penguins\" stays as it was"), this::said);
        assertThat(ask("/v2/models/penguins", "").body()).isEqualTo(before);

        train(4);

        Patience.await(process, () -> said().contains("\"penguins\" was loaded again"), this::said);
        assertThat(ask("/v2/models/penguins", "").body()).isNotEqualTo(before);
        ControlC.send(process);
        assertThat(Patience.exitCode(process)).isEqualTo(130);
    }

    @Test
    void whatDoesNotArriveIsGivenUp() throws Exception {
        arrival = 1;
        Process process = serve();
        for (String part : List.of(
                "POST /predict/peng",
                "POST /predict/penguins HTTP/1.1\r\nHost: localhost\r\n",
                "POST /predict/penguins HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\n[{")) {
            try (Socket slow = new Socket(
                    InetAddress.getLoopbackAddress(), Integer.parseInt(address().group(2)))) {
                slow.setSoTimeout(Math.toIntExact(Patience.LIMIT.toMillis()));
                slow.getOutputStream().write(part.getBytes(StandardCharsets.US_ASCII));
                InputStream answer = slow.getInputStream();
                assertThat(answer.readAllBytes()).isEmpty();
            }
        }
        Patience.await(process, () -> ask("/metrics", "").body().contains("slope_requests_in_flight 0"), this::said);
        process.destroy();
        assertThat(Patience.exitCode(process)).isEqualTo(143);
        assertThat(said()).doesNotContain("Exception");
    }

    @Test
    void aTokenIsReadFromAFileAndNeverTold() throws Exception {
        Path token = folder.resolve("token");
        Files.writeString(token, "s3cret\n");
        Process process = serve("--token-file=" + token);

        assertThat(ask("/predict/penguins", ROW).statusCode()).isEqualTo(401);
        assertThat(ask("/predict/penguins", ROW, "Authorization", "Bearer s3cret")
                        .statusCode())
                .isEqualTo(200);

        process.destroy();
        assertThat(Patience.exitCode(process)).isEqualTo(143);
        assertThat(said()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --host=0.0.0.0             | --allow-remote
        --host=no.such.host.invalid | is not known
        --max-body=0               | --max-body
        --max-body=2048            | --max-body
        --max-rows=0               | --max-rows
        --max-requests=0           | --max-requests
        --timeout=0s               | --timeout
        --token-file=nowhere       | the token cannot be read
        nowhere.onnx               | nowhere.onnx
        penguins=other.onnx        | two models are named "penguins"
        """)
    void whatCannotBeServedIsOneSentence(String argument, String wanted) {
        Ran.slope("serve", model.toString(), "--port=0", argument).assertRefused(wanted);
    }

    @Test
    void aPortThatThereIsNotIsRefused() {
        Ran.slope("serve", model.toString(), "--port=70000").assertRefused("--port is from 0 to 65535");
    }

    @Test
    void aTokenOfTwoWordsIsRefused() throws Exception {
        Path token = folder.resolve("token");
        for (String text : new String[] {"", "two words", "ümlaut"}) {
            Files.writeString(token, text);
            Ran.slope("serve", model.toString(), "--port=0", "--token-file=" + token)
                    .assertRefused("letters, digits and signs");
        }
    }
}
