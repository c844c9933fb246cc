package slope.bench.serve;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import slope.table.Column;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.tables.TableFiles;

/// Requests by the Open Inference Protocol for the rows of a table, so many in each.
final class RequestBodies {
    private static final int DIFFERENT = 500;

    private RequestBodies() {}

    /// Whole requests of HTTP.
    ///
    /// @param target a column that is left out
    static List<byte[]> of(Path table, String target, int rows, String path) {
        Table all = TableFiles.read(table.toString());
        List<byte[]> requests = new ArrayList<>();
        for (int request = 0; request < DIFFERENT; request++) {
            int[] chosen = new int[rows];
            for (int row = 0; row < rows; row++) {
                chosen[row] = (request * rows + row) % all.rows();
            }
            byte[] body = body(all.select(chosen), target).getBytes(StandardCharsets.UTF_8);
            String head =
                    "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %s\r\n\r\n"
                            .formatted(path, body.length);
            byte[] whole = new byte[head.length() + body.length];
            System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, whole, 0, head.length());
            System.arraycopy(body, 0, whole, head.length(), body.length);
            requests.add(whole);
        }
        return requests;
    }

    private static String body(Table rows, String target) {
        List<String> inputs = new ArrayList<>();
        for (Column column : rows.columns()) {
            if (!column.name().equals(target)) {
                boolean isNumber = column instanceof NumberColumn;
                List<String> cells = new ArrayList<>();
                for (int row = 0; row < column.rows(); row++) {
                    String text = column.text(row);
                    cells.add(isNumber ? text.isEmpty() ? "null" : text : "\"" + text.replace("\"", "'") + "\"");
                }
                inputs.add("{\"name\":\"%s\",\"shape\":[%s,1],\"datatype\":\"%s\",\"data\":[%s]}"
                        .formatted(column.name(), rows.rows(), isNumber ? "FP64" : "BYTES", String.join(",", cells)));
            }
        }
        return "{\"inputs\":[" + String.join(",", inputs) + "]}";
    }
}
