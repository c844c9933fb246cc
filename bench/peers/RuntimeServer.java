import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/// What `slope serve` answers at `/v2/models/M/infer`, by the thinnest server around ONNX Runtime: the same HTTP server, a
/// virtual thread for each request, and JSON read by looking for the words that it needs. It knows one form of request,
/// refuses nothing, counts nothing, and gives the class and its probabilities.
///
///     java -cp onnxruntime.jar bench/peers/RuntimeServer.java MODEL.onnx PORT
void main(String[] args) throws IOException, OrtException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1); // a thread for each request, as Slope has
    OrtSession session = environment.createSession(args[0], options);
    HttpServer server =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[1])), 1024);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> {
        try (exchange) {
            answer(environment, session, exchange);
        } catch (OrtException failure) {
            throw new IOException(failure);
        }
    });
    server.start();
}

static void answer(OrtEnvironment environment, OrtSession session, HttpExchange exchange)
        throws IOException, OrtException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, OnnxTensor> tensors = new HashMap<>();
    int place = body.indexOf("\"name\":\"");
    while (place >= 0) {
        int begin = place + "\"name\":\"".length();
        String name = body.substring(begin, body.indexOf('"', begin));
        boolean isText = body.startsWith("\"BYTES\"", body.indexOf("\"datatype\":", begin) + "\"datatype\":".length());
        int data = body.indexOf("\"data\":[", begin) + "\"data\":[".length();
        if (session.getInputNames().contains(name)) {
            tensors.put(name, isText ? texts(environment, body, data) : numbers(environment, body, data));
        }
        place = body.indexOf("\"name\":\"", data);
    }
    byte[] response;
    try (OrtSession.Result result = session.run(tensors)) {
        response = json((String[]) result.get(0).getValue(), (float[][]) result.get(1).getValue());
    } finally {
        tensors.values().forEach(OnnxTensor::close);
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, response.length);
    exchange.getResponseBody().write(response);
}

static OnnxTensor numbers(OrtEnvironment environment, String body, int data) throws OrtException {
    double[] values = new double[16];
    int count = 0;
    int start = data;
    int end = body.indexOf(']', data);
    while (start < end) {
        int comma = body.indexOf(',', start);
        int stop = comma < 0 || comma > end ? end : comma;
        values = count == values.length ? Arrays.copyOf(values, 2 * count) : values;
        values[count++] = body.startsWith("null", start) ? Double.NaN : Double.parseDouble(body.substring(start, stop));
        start = stop + 1;
    }
    return OnnxTensor.createTensor(environment, DoubleBuffer.wrap(values, 0, count), new long[] {count, 1});
}

static OnnxTensor texts(OrtEnvironment environment, String body, int data) throws OrtException {
    List<String> values = new ArrayList<>();
    int start = data;
    while (body.charAt(start) == '"') {
        int stop = body.indexOf('"', start + 1);
        values.add(body.substring(start + 1, stop));
        start = body.charAt(stop + 1) == ',' ? stop + 2 : stop + 1;
    }
    return OnnxTensor.createTensor(environment, values.toArray(String[]::new), new long[] {values.size(), 1});
}

static byte[] json(String[] classes, float[][] probabilities) {
    StringBuilder json = new StringBuilder(256).append("{\"outputs\":[{\"name\":\"label\",\"datatype\":\"BYTES\",\"shape\":[");
    json.append(classes.length).append("],\"data\":[");
    for (int row = 0; row < classes.length; row++) {
        json.append(row == 0 ? "\"" : ",\"").append(classes[row]).append('"');
    }
    json.append("]},{\"name\":\"probabilities\",\"datatype\":\"FP32\",\"shape\":[").append(classes.length).append(',');
    json.append(probabilities[0].length).append("],\"data\":[");
    for (int row = 0; row < classes.length; row++) {
        for (int index = 0; index < probabilities[row].length; index++) {
            json.append(row + index == 0 ? "" : ",").append(probabilities[row][index]);
        }
    }
    return json.append("]}]}").toString().getBytes(StandardCharsets.UTF_8);
}
