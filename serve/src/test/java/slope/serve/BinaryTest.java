package slope.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

/// The extension for binary tensors, as tritonclient speaks it.
class BinaryTest {
    private static final String INFER = "/v2/models/kinds/infer";
    private static final String LENGTH = "Inference-Header-Content-Length";
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static byte[] numbers(int bytes, double... values) {
        ByteBuffer buffer = ByteBuffer.allocate(bytes * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            switch (bytes) {
                case 2 -> buffer.putShort(Float.floatToFloat16((float) value));
                case 4 -> buffer.putFloat((float) value);
                default -> buffer.putDouble(value);
            }
        }
        return buffer.array();
    }

    private static byte[] texts(String... values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String value : values) {
            byte[] text = value.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(text.length)
                    .array());
            bytes.writeBytes(text);
        }
        return bytes.toByteArray();
    }

    private static String input(String name, String datatype, byte[] data) {
        return "{\"name\":\"%s\",\"shape\":[2,1],\"datatype\":\"%s\",\"parameters\":{\"binary_data_size\":%s}}"
                .formatted(name, datatype, data.length);
    }

    private static HttpResponse<byte[]> send(String datatype, byte[] heights, String rest) throws Exception {
        byte[] colours = texts("red", "");
        byte[] sizes = {1, 0};
        byte[] days = texts("2026-03-01", "2026-04-01");
        byte[] json = "{\"inputs\":[%s,%s,%s,%s]%s}"
                .formatted(
                        input("height", datatype, heights),
                        input("colour", "BYTES", colours),
                        input("big", "BOOL", sizes),
                        input("day", "BYTES", days),
                        rest)
                .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] part : List.of(json, heights, colours, sizes, days)) {
            body.writeBytes(part);
        }
        return server.sendForBytes(INFER, body.toByteArray(), LENGTH, Integer.toString(json.length));
    }

    /// The same rows in JSON.
    private static List<?> expected(String heights) throws Exception {
        HttpResponse<String> response = server.post(INFER, """
            {"inputs": [
                {"name": "height", "shape": [2], "datatype": "FP64", "data": %s},
                {"name": "colour", "shape": [2], "datatype": "BYTES", "data": ["red", null]},
                {"name": "big", "shape": [2], "datatype": "BOOL", "data": [true, false]},
                {"name": "day", "shape": [2], "datatype": "BYTES", "data": ["2026-03-01", "2026-04-01"]}
            ], "outputs": [{"name": "probability_yes"}]}\
            """.formatted(heights));
        Map<?, ?> output = (Map<?, ?>) ((List<?>) TestServer.json(response).get("outputs")).getFirst();
        return (List<?>) output.get("data");
    }

    private static Object data(HttpResponse<byte[]> response) throws Exception {
        String body = new String(response.body(), StandardCharsets.UTF_8);
        assertThat(response.statusCode()).as(body).isEqualTo(200);
        for (Object each : (List<?>) JSON.std.mapFrom(body).get("outputs")) {
            Map<?, ?> output = (Map<?, ?>) each;
            if (output.get("name").equals("probability_yes")) {
                return output.get("data");
            }
        }
        return List.of();
    }

    @Test
    void binaryDataAreTheSameRows() throws Exception {
        assertThat(data(send("FP64", numbers(8, 0.25, Double.NaN), ""))).isEqualTo(expected("[0.25, null]"));
        assertThat(data(send("FP32", numbers(4, 0.25, Double.NaN), ""))).isEqualTo(expected("[0.25, null]"));
        assertThat(data(send("FP16", numbers(2, 0.25, Double.NaN), ""))).isEqualTo(expected("[0.25, null]"));
        assertThat(data(send("BF16", new byte[] {(byte) 0x80, 0x3e, (byte) 0x80, 0x3f}, "")))
                .isEqualTo(expected("[0.25, 1]"));
        assertThat(data(send("INT16", new byte[] {1, 0, (byte) 0xff, (byte) 0xff}, "")))
                .isEqualTo(expected("[1, -1]"));
        assertThat(data(send("UINT16", new byte[] {1, 0, (byte) 0xff, (byte) 0xff}, "")))
                .isEqualTo(expected("[1, 65535]"));
        assertThat(data(send(
                        "UINT64", ByteBuffer.allocate(16).put(7, (byte) 0x80).array(), "")))
                .isEqualTo(expected("[9223372036854775808, 0]"));
    }

    @Test
    void outputsAreBinaryWhereThatIsAsked() throws Exception {
        HttpResponse<byte[]> response =
                send("FP64", numbers(8, 0.25, 1), ",\"parameters\":{\"binary_data_output\":true}");

        int length = Integer.parseInt(response.headers().firstValue(LENGTH).orElseThrow());
        byte[] json = Arrays.copyOf(response.body(), length);
        ByteBuffer data = ByteBuffer.wrap(response.body(), length, response.body().length - length)
                .order(ByteOrder.LITTLE_ENDIAN);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/octet-stream");
        int sizes = 0;
        for (Object each : (List<?>) JSON.std.mapFrom(json).get("outputs")) {
            Map<?, ?> output = (Map<?, ?>) each;
            assertThat(output.containsKey("data")).isFalse();
            int size = (Integer) ((Map<?, ?>) output.get("parameters")).get("binary_data_size");
            if (output.get("name").equals("prediction")) {
                byte[] first = new byte[data.getInt(length)];
                data.get(length + 4, first);
                assertThat(new String(first, StandardCharsets.UTF_8)).isIn("no", "yes");
            }
            if (output.get("name").equals("probability_yes")) {
                assertThat(List.of(data.getDouble(length + sizes), data.getDouble(length + sizes + 8)))
                        .isEqualTo(expected("[0.25, 1]"));
            }
            sizes += size;
        }
        assertThat(sizes).isEqualTo(data.remaining());
    }

    @Test
    void eachOutputMayBeBinaryOrNot() throws Exception {
        HttpResponse<byte[]> response = send(
                "FP64",
                numbers(8, 0.25, 1),
                ",\"parameters\":{\"binary_data_output\":true},\"outputs\":["
                        + "{\"name\":\"probability_yes\",\"parameters\":{\"binary_data\":false}},"
                        + "{\"name\":\"probability_no\"}]");

        int length = Integer.parseInt(response.headers().firstValue(LENGTH).orElseThrow());
        String json = new String(response.body(), 0, length, StandardCharsets.UTF_8);
        Map<?, ?> first = (Map<?, ?>) ((List<?>) JSON.std.mapFrom(json).get("outputs")).getFirst();
        assertThat(first.get("data")).isEqualTo(expected("[0.25, 1]"));
        assertThat(response.body()).hasSize(length + 16);
    }

    private static void assertRefused(HttpResponse<byte[]> response, String wanted) {
        String body = new String(response.body(), StandardCharsets.UTF_8);
        assertThat(response.statusCode()).as(body).isEqualTo(400);
        assertThat(body).contains(wanted);
    }

    @Test
    void wrongLengthsAreRefused() throws Exception {
        assertRefused(send("FP32", numbers(8, 1, 2), ""), "16 bytes; 2 rows of FP32 are 8");
        assertRefused(send("BYTES", texts("1", "2", "3"), ""), "5 bytes more");
        assertRefused(send("BYTES", texts("1"), ""), "ends within row 2");
        assertRefused(send("BYTES", new byte[] {-1, -1, -1, -1, 0, 0}, ""), "ends within row 1");
        assertRefused(send("BYTES", new byte[] {1, 0, 0, 0, -1, 1, 0, 0, 0, 'a'}, ""), "row 1 that are no UTF-8");
        assertRefused(
                send(
                        "INT64",
                        ByteBuffer.allocate(16)
                                .put(6, (byte) 0x20)
                                .put(0, (byte) 1)
                                .array(),
                        ""),
                "no FP64 holds exactly");
        byte[] json = "{\"inputs\":[]}".getBytes(StandardCharsets.UTF_8);
        for (String length : List.of("-1", "x", "99", "99999999999")) {
            assertRefused(server.sendForBytes(INFER, json, LENGTH, length), LENGTH);
        }
        assertRefused(server.sendForBytes(INFER, json, LENGTH, "5"), "no JSON");
        String none = "{\"inputs\":[%s]}".formatted(input("height", "FP64", new byte[16]));
        assertRefused(server.sendForBytes(INFER, none.getBytes(StandardCharsets.UTF_8)), "has no columns");
    }
}
