package slope.serve.rows;

import java.io.StringWriter;
import java.util.List;
import slope.serve.http.Response;
import slope.serve.inference.InferWriter;
import slope.table.Column;
import slope.table.Table;
import slope.tables.TableFiles;
import tools.jackson.core.JsonGenerator;

/// Writes predictions as plain rows.
public final class RowWriter {
    /// The type of CSV.
    public static final String CSV = "text/csv";

    private RowWriter() {}

    /// A list of objects, one for each row.
    ///
    /// @param pieces one under the other
    public static Response json(List<List<Column>> pieces) {
        return Response.json(200, json -> {
            json.writeStartArray();
            pieces.forEach(columns -> write(json, columns));
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, List<Column> columns) {
        for (int row = 0; row < columns.getFirst().rows(); row++) {
            json.writeStartObject();
            for (Column column : columns) {
                json.writeName(column.name());
                InferWriter.writeCell(json, column, row);
            }
            json.writeEndObject();
        }
    }

    /// CSV with a header.
    ///
    /// @param pieces one under the other
    public static Response csv(List<List<Column>> pieces) {
        StringWriter text = new StringWriter();
        TableFiles.writeCsv(text, taker -> pieces.forEach(columns -> taker.take(new Table(columns))));
        return Response.of(200, CSV + "; charset=utf-8", text.toString());
    }
}
