package slope.serve.inference;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import slope.internal.text.NearestName;
import slope.serve.http.HttpException;
import slope.serve.http.Response;
import slope.serve.inference.InferRequest.AskedOutput;
import slope.serve.model.ServedModel;
import slope.table.Column;
import slope.table.NumberColumn;
import tools.jackson.core.JsonGenerator;

/// Writes predictions, a tensor of shape `[n]` for each of their columns.
public final class InferWriter {
    private static final String BINARY = "application/octet-stream";
    private static final int NUMBER_BYTES = 8;
    private static final int LENGTH_BYTES = 4;

    private final ServedModel model;
    private final InferRequest request;

    public InferWriter(ServedModel model, InferRequest request) {
        this.model = model;
        this.request = request;
    }

    /// A tensor, and its bytes if it is binary.
    private record Output(Tensor tensor, Optional<byte[]> binary) {
        static Output of(Tensor tensor, boolean isBinary) {
            return new Output(tensor, isBinary ? Optional.of(bytes(tensor.values())) : Optional.empty());
        }
    }

    /// Refuses outputs that the model does not have, before anything is computed.
    ///
    /// @param others names of tensors that come behind the predictions
    /// @throws HttpException if there are any
    public void requireOutputs(List<String> others) {
        List<String> names = Stream.concat(model.outputs().stream().map(Column::name), others.stream())
                .toList();
        for (AskedOutput asked : request.outputs()) {
            if (!names.contains(asked.name())) {
                throw new HttpException(
                        400,
                        "there is no output \"%s\"; %s"
                                .formatted(
                                        asked.name(),
                                        NearestName.among(names, asked.name())
                                                .map("did you mean \"%s\"?"::formatted)
                                                .orElseGet(() -> "there are " + String.join(", ", names))));
            }
        }
    }

    /// The response.
    ///
    /// @param predicted the columns of the predictions
    /// @param others tensors behind them: those that the request chooses, or else all
    public Response response(List<Column> predicted, List<Tensor> others) {
        List<Output> outputs = new ArrayList<>();
        add(predicted.stream().map(Tensor::of).toList(), request.outputs().isEmpty(), outputs);
        add(others, request.outputs().stream().noneMatch(asked -> isAmong(others, asked)), outputs);
        byte[] json = Response.jsonBytes(generator -> write(generator, outputs));
        if (outputs.stream().allMatch(output -> output.binary.isEmpty())) {
            return Response.of(200, Response.JSON, json);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(json);
        outputs.forEach(output -> output.binary.ifPresent(body::writeBytes));
        return Response.of(200, BINARY, body.toByteArray())
                .with("Inference-Header-Content-Length", Integer.toString(json.length));
    }

    private void add(List<Tensor> tensors, boolean areAllWanted, List<Output> outputs) {
        if (areAllWanted) {
            tensors.forEach(tensor -> outputs.add(Output.of(tensor, request.isBinary())));
        }
        for (AskedOutput asked : request.outputs()) {
            for (Tensor tensor : tensors) {
                if (tensor.name().equals(asked.name())) {
                    outputs.add(Output.of(tensor, asked.isBinary().orElse(request.isBinary())));
                }
            }
        }
    }

    private static boolean isAmong(List<Tensor> tensors, AskedOutput asked) {
        return tensors.stream().anyMatch(tensor -> tensor.name().equals(asked.name()));
    }

    private void write(JsonGenerator json, List<Output> outputs) {
        json.writeStartObject();
        json.writeStringProperty("model_name", model.name());
        model.version().ifPresent(version -> json.writeStringProperty("model_version", version));
        request.id().ifPresent(id -> json.writeStringProperty("id", id));
        json.writeArrayPropertyStart("outputs");
        for (Output output : outputs) {
            json.writeStartObject();
            Column values = output.tensor.values();
            json.writeStringProperty("name", output.tensor.name());
            json.writeStringProperty("datatype", Datatype.of(values.kind()).name());
            json.writeArrayPropertyStart("shape");
            output.tensor.shape().forEach(json::writeNumber);
            json.writeEndArray();
            if (output.binary.isPresent()) {
                json.writeObjectPropertyStart("parameters");
                json.writeNumberProperty("binary_data_size", output.binary.get().length);
                json.writeEndObject();
            } else {
                json.writeArrayPropertyStart("data");
                for (int row = 0; row < values.rows(); row++) {
                    writeCell(json, values, row);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /// A cell of a prediction; null where there is none.
    public static void writeCell(JsonGenerator json, Column column, int row) {
        if (column.isMissing(row)) {
            json.writeNull();
        } else if (column instanceof NumberColumn numbers) {
            json.writeNumber(numbers.value(row));
        } else {
            json.writeString(column.text(row));
        }
    }

    private static byte[] bytes(Column column) {
        if (column instanceof NumberColumn numbers) {
            ByteBuffer buffer =
                    ByteBuffer.allocate(NUMBER_BYTES * numbers.rows()).order(ByteOrder.LITTLE_ENDIAN);
            for (int row = 0; row < numbers.rows(); row++) {
                buffer.putDouble(numbers.value(row));
            }
            return buffer.array();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteBuffer length = ByteBuffer.allocate(LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = 0; row < column.rows(); row++) {
            byte[] text = column.text(row).getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(length.putInt(0, text.length).array());
            bytes.writeBytes(text);
        }
        return bytes.toByteArray();
    }
}
