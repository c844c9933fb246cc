package slope.serve.inference;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import slope.internal.table.RequiredColumns;
import slope.serve.http.HttpException;
import slope.serve.http.JsonBody;
import slope.serve.inference.InferRequest.AskedOutput;
import slope.serve.model.ServedModel;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.Table;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads requests for predictions.
public final class InferReader {
    private final ServedModel model;
    private final int mostRows;

    /// @param mostRows of a request
    public InferReader(ServedModel model, int mostRows) {
        this.model = model;
        this.mostRows = mostRows;
    }

    private static final class Parts {
        private Optional<String> id = Optional.empty();
        private Map<String, Object> parameters = Map.of();
        private final List<TensorText> inputs = new ArrayList<>();
        private final List<TensorText> outputs = new ArrayList<>();
    }

    /// Reads a body.
    ///
    /// @param jsonBytes how many bytes at its beginning are JSON, where binary data follow
    /// @throws HttpException if it is not as the protocol wants it
    /// @throws slope.table.DataException if its columns are not those of the model
    public InferRequest read(byte[] body, Optional<String> jsonBytes) {
        int length = jsonBytes.map(text -> length(text, body.length)).orElse(body.length);
        Parts parts = JsonBody.read(body, length, this::parts);
        Table rows = rows(
                parts.inputs,
                ByteBuffer.wrap(body, length, body.length - length).slice());
        List<AskedOutput> outputs = new ArrayList<>();
        for (TensorText output : parts.outputs) {
            HttpException.require(
                    !output.parameters().containsKey("classification"),
                    () -> "\"classification\" is not known here; ask for the outputs with probabilities");
            outputs.add(new AskedOutput(output.name(), TensorText.truth(output.parameters(), "binary_data")));
        }
        return new InferRequest(
                parts.id,
                rows,
                outputs,
                TensorText.truth(parts.parameters, "binary_data_output").orElse(false),
                TensorText.truth(parts.parameters, "explain").orElse(false));
    }

    private static int length(String text, int most) {
        HttpException.require(
                text.matches("\\d{1,9}") && Integer.parseInt(text) <= most,
                () -> "Inference-Header-Content-Length is \"%s\"; the body has %s bytes".formatted(text, most));
        return Integer.parseInt(text);
    }

    private Parts parts(JsonParser parser) {
        Parts parts = new Parts();
        HttpException.require(
                parser.nextToken() == JsonToken.START_OBJECT, () -> "the body has to be an object with \"inputs\"");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (value == JsonToken.VALUE_NULL ? "" : key) { // some clients write what they leave out as null
                case "id" -> {
                    HttpException.require(value == JsonToken.VALUE_STRING, () -> "\"id\" has to be text");
                    parts.id = Optional.of(parser.getString());
                }
                case "parameters" -> parts.parameters = TensorText.parameters(parser, value);
                case "inputs" -> tensors(parser, value, parts.inputs);
                case "outputs" -> tensors(parser, value, parts.outputs);
                default -> parser.skipChildren();
            }
        }
        return parts;
    }

    private void tensors(JsonParser parser, JsonToken begin, List<TensorText> tensors) {
        HttpException.require(
                begin == JsonToken.START_ARRAY, () -> "\"inputs\" and \"outputs\" have to be lists of tensors");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            tensors.add(TensorText.read(parser, mostRows));
        }
        Set<String> names = new HashSet<>();
        for (TensorText tensor : tensors) {
            HttpException.require(
                    names.add(tensor.name()), () -> "two tensors are named \"%s\"".formatted(tensor.name()));
        }
    }

    private Table rows(List<TensorText> inputs, ByteBuffer binary) {
        RequiredColumns.requireAll(
                "the request",
                model.columns().keySet(),
                inputs.stream().map(TensorText::name).toList());
        Map<String, Column> columns = new HashMap<>();
        int rows = rowCount(inputs);
        for (TensorText input : inputs) {
            Optional<ByteBuffer> bytes = input.binaryBytes().map(length -> next(binary, length, input.name()));
            ColumnKind kind = model.columns().get(input.name());
            if (kind != null) { // a column that the model does not read may be anything
                columns.put(input.name(), column(input, kind, rows, bytes));
            }
        }
        HttpException.require(
                !binary.hasRemaining(),
                () -> "%s bytes follow the data of the last input; each binary input needs its binary_data_size"
                        .formatted(binary.remaining()));
        return new Table(model.columns().keySet().stream().map(columns::get).toList());
    }

    /// The rows of the first input that the model reads.
    private int rowCount(List<TensorText> inputs) {
        long rows = inputs.stream()
                .filter(input -> model.columns().containsKey(input.name()))
                .findFirst()
                .map(InferReader::rowCount)
                .orElseThrow(() -> new HttpException(400, "the request has no inputs"));
        if (rows > mostRows) {
            throw new HttpException(413, "a request may have %s rows; send fewer at once".formatted(mostRows));
        }
        return (int) rows;
    }

    private static long rowCount(TensorText input) {
        List<Long> shape = input.shape();
        boolean isColumn = shape.size() == 1 || (shape.size() == 2 && shape.get(1) == 1);
        HttpException.require(
                isColumn && shape.getFirst() > 0,
                () -> "\"%s\" has the shape %s; [n] or [n,1] with at least one row is wanted"
                        .formatted(input.name(), shape));
        return shape.getFirst();
    }

    private static ByteBuffer next(ByteBuffer binary, int length, String name) {
        HttpException.require(
                length <= binary.remaining(),
                () -> "\"%s\" should have %s binary bytes, and %s are left of the body; is its header"
                                .formatted(name, length, binary.remaining())
                        + " Inference-Header-Content-Length right?");
        ByteBuffer bytes = binary.slice(binary.position(), length);
        binary.position(binary.position() + length);
        return bytes;
    }

    private Column column(TensorText input, ColumnKind kind, int rows, Optional<ByteBuffer> bytes) {
        HttpException.require(
                rowCount(input) == rows,
                () -> "\"%s\" has %s rows, the first input %s".formatted(input.name(), rowCount(input), rows));
        String named = input.datatype().orElse("");
        Datatype datatype = Datatype.of(named)
                .orElseThrow(() -> new HttpException(
                        400,
                        "\"%s\" has the datatype \"%s\"; there are %s"
                                .formatted(input.name(), named, Datatype.names())));
        TensorValues values = new TensorValues(input.name(), datatype, kind, model.reading());
        if (bytes.isPresent()) {
            return values.ofBinary(bytes.get(), rows);
        }
        int given = input.data().map(List::size).orElse(0);
        HttpException.require(
                given == rows, () -> "\"%s\" has %s values for %s rows".formatted(input.name(), given, rows));
        return values.ofJson(input.data().orElseThrow());
    }
}
