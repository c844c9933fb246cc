package slope.serve.inference;

import slope.serve.http.Response;
import slope.serve.model.ServedModel;
import slope.table.Column;
import tools.jackson.core.JsonGenerator;

/// What a model reads and gives, for clients that prepare their tensors by it.
public final class ModelMetadata {
    private ModelMetadata() {}

    public static Response of(ServedModel model) {
        return Response.json(200, json -> {
            json.writeStartObject();
            json.writeStringProperty("name", model.name());
            json.writeArrayPropertyStart("versions");
            model.version().ifPresent(json::writeString);
            json.writeEndArray();
            json.writeStringProperty("platform", "slope");
            json.writeArrayPropertyStart("inputs");
            model.columns().forEach((name, kind) -> tensor(json, name, Datatype.of(kind)));
            json.writeEndArray();
            json.writeArrayPropertyStart("outputs");
            for (Column output : model.outputs()) {
                tensor(json, output.name(), Datatype.of(output.kind()));
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void tensor(JsonGenerator json, String name, Datatype datatype) {
        json.writeStartObject();
        json.writeStringProperty("name", name);
        json.writeStringProperty("datatype", datatype.name());
        json.writeArrayPropertyStart("shape");
        json.writeNumber(-1);
        json.writeEndArray();
        json.writeEndObject();
    }
}
