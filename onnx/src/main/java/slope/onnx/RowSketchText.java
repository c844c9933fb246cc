package slope.onnx;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import slope.model.RowSketch;
import slope.onnx.json.JsonException;
import slope.onnx.json.JsonObject;

/// Hashes of rows, as JSON and back: five bytes each, in Base64.
final class RowSketchText {
    private static final int BYTES = 5;

    private RowSketchText() {}

    static JsonObject of(RowSketch sketch) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES * sketch.hashes().size());
        for (long hash : sketch.hashes()) {
            bytes.put((byte) (hash >>> Integer.SIZE)).putInt((int) hash);
        }
        return JsonObject.empty()
                .with("rows", sketch.rows())
                .with("hashes", Base64.getEncoder().encodeToString(bytes.array()));
    }

    static RowSketch read(JsonObject sketch) {
        ByteBuffer bytes = ByteBuffer.wrap(decoded(sketch.text("hashes")));
        List<Long> hashes = new ArrayList<>();
        while (bytes.remaining() >= BYTES) {
            hashes.add(
                    ((long) Byte.toUnsignedInt(bytes.get()) << Integer.SIZE) | Integer.toUnsignedLong(bytes.getInt()));
        }
        return new RowSketch(sketch.count("rows"), hashes);
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException damaged) {
            throw new JsonException("has hashes of rows that are no Base64");
        }
    }
}
