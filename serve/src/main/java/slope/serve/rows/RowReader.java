package slope.serve.rows;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import slope.internal.table.RequiredColumns;
import slope.serve.http.HttpException;
import slope.serve.http.JsonBody;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.Table;
import slope.tables.GivenColumn;
import slope.tables.ReadOptions;
import slope.tables.TableFiles;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads plain rows as `slope predict` reads those of a file: columns by name, in any order, others are
/// ignored; in JSON a name that a row lacks is a missing value, unless every row lacks it.
public final class RowReader {
    private static final String BODY = "the body";

    private final SequencedMap<String, ColumnKind> kinds;
    private final ReadOptions reading;
    private final int mostRows;

    /// @param kinds of the columns that the model reads
    /// @param reading how its cells are read
    /// @param mostRows of a request
    public RowReader(SequencedMap<String, ColumnKind> kinds, ReadOptions reading, int mostRows) {
        this.kinds = kinds;
        this.reading = reading;
        this.mostRows = mostRows;
    }

    /// CSV with a header; one table for each piece of its rows.
    ///
    /// @throws HttpException if it is packed with gzip, whose size no limit holds
    /// @throws DataException if it is no CSV, or its cells are not those of the model
    public List<Table> ofCsv(byte[] body) {
        if (body.length > 1 && (body[0] & 0xFF) == 0x1F && (body[1] & 0xFF) == 0x8B) {
            throw new HttpException(415, "the body is packed with gzip; send it as it is");
        }
        List<Table> pieces = new ArrayList<>();
        long[] rows = {0};
        TableFiles.readInPieces(new ByteArrayInputStream(body), "body", reading, kinds, piece -> {
            rows[0] += piece.rows();
            requireFew(rows[0]);
            pieces.add(piece);
        });
        return pieces;
    }

    /// A list of objects, or one object.
    ///
    /// @throws HttpException if it is something else
    /// @throws DataException if its values are not those of the model
    public Table ofJson(byte[] body) {
        return JsonBody.read(body, body.length, parser -> {
            JsonToken first = parser.nextToken();
            Records records = new Records();
            if (first == JsonToken.START_OBJECT) {
                records.add(parser);
                return records.table();
            }
            HttpException.require(
                    first == JsonToken.START_ARRAY, () -> "a list of rows was expected, such as [{\"name\": 1}]");
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                HttpException.require(
                        parser.currentToken() == JsonToken.START_OBJECT,
                        () -> "a row was expected, such as {\"name\": 1}; each is an object");
                records.add(parser);
            }
            return records.table();
        });
    }

    private void requireFew(long rows) {
        if (rows > mostRows) {
            throw new HttpException(413, "a request may have %s rows; send fewer at once".formatted(mostRows));
        }
    }

    private final class Records {
        private final Map<String, Cells> columns = new LinkedHashMap<>();
        private final Set<String> names = new LinkedHashSet<>();
        private int rows;

        Records() {
            kinds.forEach((name, kind) -> columns.put(name, new Cells(kind, new GivenColumn(name, kind, reading, 0))));
        }

        /// Adds a row, from its opening brace to its closing one.
        void add(JsonParser parser) {
            requireFew(++rows);
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                names.add(name);
                JsonToken value = parser.nextToken();
                Cells cells = columns.get(name);
                if (cells == null) {
                    parser.skipChildren();
                } else {
                    HttpException.require(
                            !value.isStructStart(),
                            () ->
                                    "\"%s\" has a list or an object in row %s; only numbers, true/false and text can be read"
                                            .formatted(name, rows));
                    cells.add(parser, value);
                }
            }
            columns.values().forEach(cells -> cells.fill(rows));
        }

        Table table() {
            HttpException.require(rows > 0, () -> "the list has no rows; at least one is needed");
            RequiredColumns.requireAll(BODY, columns.keySet(), List.copyOf(names));
            return new Table(columns.values().stream().map(Cells::column).toList());
        }
    }

    private static final class Cells {
        private final ColumnKind kind;
        private final GivenColumn given;
        private int rows;

        Cells(ColumnKind kind, GivenColumn given) {
            this.kind = kind;
            this.given = given;
        }

        void add(JsonParser parser, JsonToken value) {
            rows++;
            switch (value) {
                case VALUE_NULL -> given.addMissing();
                case VALUE_TRUE, VALUE_FALSE -> given.addBoolean(value == JsonToken.VALUE_TRUE);
                case VALUE_STRING -> given.addText(parser.getString());
                default -> {
                    if (kind == ColumnKind.CATEGORY) {
                        given.addText(parser.getString()); // codes are as they are written
                    } else {
                        given.addNumber(parser.getDoubleValue());
                    }
                }
            }
        }

        /// Adds a missing value where the last row had none.
        void fill(int until) {
            if (rows < until) {
                given.addMissing();
                rows++;
            }
        }

        Column column() {
            return given.column();
        }
    }
}
