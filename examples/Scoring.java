import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import slope.model.Model;
import slope.onnx.Models;

record Penguin(double bill_length_mm, double flipper_length_mm, String island) {}

void main(String[] arguments) throws IOException {
    Model model = Models.load(Path.of(arguments[0]));
    HttpServer server = HttpServer.create(new InetSocketAddress("localhost", Integer.parseInt(arguments[1])), 0);
    server.createContext("/species/", exchange -> {
        String[] cells = exchange.getRequestURI().getPath().split("/");
        Penguin penguin = new Penguin(Double.parseDouble(cells[2]), Double.parseDouble(cells[3]), cells[4]);
        byte[] species = model.predict(penguin).text().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, species.length);
        try (exchange) { exchange.getResponseBody().write(species); }
    });
    server.start();
    IO.println("listening on port " + server.getAddress().getPort());
}
