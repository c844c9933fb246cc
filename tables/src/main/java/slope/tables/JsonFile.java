package slope.tables;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import slope.table.DataException;
import slope.table.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// A JSON file: an array of objects, or objects one after another, usually one a line. A name that an
/// object lacks is a missing cell, as is null.
final class JsonFile implements TableFile {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // as Python and JavaScript write them
            .build();

    private final Path path;
    private final Path name;

    /// @param path where it lies
    /// @param name what people call it
    JsonFile(Path path, Path name) {
        this.path = path;
        this.name = name;
    }

    @Override
    public Path name() {
        return name;
    }

    @Override
    public List<String> read(ColumnReading gathering) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        long[] filled = {0};
        int before = gathering.rows();
        eachRecord(gathering.bytes(), parser -> {
            filled[0] += readRecord(parser, gathering, names);
            int line = parser.currentTokenLocation().getLineNr();
            TextLimits.refuseColumns(name, line, names.size());
            TextLimits.refuseEmptiness(name, line, gathering.rows() - before, names.size(), filled[0]);
            return Going.ON;
        });
        return List.copyOf(names);
    }

    @Override
    public List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        eachRecord(BytesRead.untold(), parser -> {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                names.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
            return Going.TO_THE_END;
        });
        return names;
    }

    @Override
    public Place place(int row) throws IOException {
        int[] passed = {0};
        int[] line = {0};
        eachRecord(BytesRead.untold(), parser -> {
            line[0] = parser.currentTokenLocation().getLineNr();
            parser.skipChildren();
            return passed[0]++ < row ? Going.ON : Going.TO_THE_END;
        });
        return Place.ofLine(name, line[0]);
    }

    private enum Going {
        ON,
        TO_THE_END
    }

    /// Takes a record whose opening brace has just been read, to its closing one.
    private interface RecordReader {
        Going read(JsonParser parser);
    }

    private void eachRecord(BytesRead counted, RecordReader reader) throws IOException {
        try (Reader text =
                        new InputStreamReader(FileText.open(path, name, counted), StandardCharsets.UTF_8.newDecoder());
                JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            try {
                eachRecord(parser, reader);
            } catch (JacksonIOException failure) {
                throw failure.getCause();
            } catch (JacksonException wrong) {
                throw notJson(parser, wrong);
            }
        }
    }

    private void eachRecord(JsonParser parser, RecordReader reader) {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new DataException(path + " is empty; objects with a value for each column were expected");
        }
        boolean isArray = token == JsonToken.START_ARRAY;
        if (isArray) {
            token = parser.nextToken();
        }
        while (token != null && token != JsonToken.END_ARRAY) {
            if (token != JsonToken.START_OBJECT) {
                throw at(parser, "a record was expected, such as {\"name\": 1}, and not %s".formatted(words(token)));
            }
            if (reader.read(parser) == Going.TO_THE_END) {
                return;
            }
            token = parser.nextToken();
        }
        if (isArray && parser.nextToken() != null) {
            throw at(parser, "the array of records has ended, and something follows");
        }
    }

    /// @return how many values the record has
    private int readRecord(JsonParser parser, ColumnReading gathering, Set<String> names) {
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (!seen.add(name)) {
                throw at(parser, "a record has \"%s\" twice; names must differ".formatted(name));
            }
            if (name.isBlank()) {
                throw at(parser, "a record has a value without a name; give each one");
            }
            names.add(name);
            JsonToken value = parser.nextToken();
            Optional<ColumnCells> column = gathering.column(name);
            if (column.isPresent()) {
                add(parser, value, column.get());
            } else {
                parser.skipChildren();
            }
        }
        gathering.endRows(1);
        return seen.size();
    }

    private void add(JsonParser parser, JsonToken token, ColumnCells cells) {
        if (token.isStructStart()) {
            throw CellProblem.nested(cells.name(), 0, words(token)).at(place(parser));
        }
        String text = parser.getString();
        if (token == JsonToken.VALUE_NULL) {
            cells.addMissing();
        } else if (cells.missing().has(text)) {
            cells.addMissing(text);
        } else if (cells.isText() || token == JsonToken.VALUE_STRING) {
            cells.addText(text);
        } else if (token.isNumeric()) {
            addNumber(text, cells);
        } else {
            cells.addBoolean(text);
        }
    }

    private static void addNumber(String text, ColumnCells cells) {
        double number = Double.parseDouble(text.replace("INF", "Infinity"));
        if (cells.missing().has(number)) {
            cells.addMissing();
            cells.holdsMissing(number);
        } else if (Double.isInfinite(number)) {
            cells.addInfinite(text);
        } else {
            cells.addNumber(number);
        }
    }

    private static String words(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "text";
            case VALUE_NULL -> "null";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            default -> "a number";
        };
    }

    private DataException at(JsonParser parser, String sentence) {
        return new DataException(place(parser) + ": " + sentence);
    }

    private Place place(JsonParser parser) {
        return Place.ofLine(name, parser.currentTokenLocation().getLineNr());
    }

    private DataException notJson(JsonParser parser, JacksonException wrong) {
        // What is too long or too deep has no place of its own.
        TokenStreamLocation location = Optional.ofNullable(wrong.getLocation()).orElseGet(parser::currentLocation);
        int line = location.getLineNr();
        if (wrong instanceof StreamConstraintsException) {
            return new DataException(
                    "%s:%s: something is longer, or nested deeper, than is read of JSON".formatted(name, line), wrong);
        }
        return wrong instanceof UnexpectedEndOfInputException
                ? new DataException(
                        "%s:%s: the file ends in the middle of a record; copy or write it again".formatted(name, line),
                        wrong)
                : new DataException(
                        "%s:%s: this is not JSON at character %s; write the file again or mend the line"
                                .formatted(name, line, location.getColumnNr()),
                        wrong);
    }
}
