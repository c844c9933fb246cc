package slope.onnx.format;

import java.util.Arrays;
import java.util.Optional;

/// What a tensor holds, with ONNX's number for it (`TensorProto.DataType`).
public enum ElementType {
    FLOAT(1, 4),
    UINT8(2, 1),
    INT8(3, 1),
    INT32(6, 4),
    INT64(7, 8),
    STRING(8, 0),
    BOOL(9, 1),
    FLOAT16(10, 2),
    DOUBLE(11, 8);

    private final int code;
    private final int bytes;

    ElementType(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /// ONNX's number for it.
    public int code() {
        return code;
    }

    /// Bytes of an element packed as raw data; 0 for text, which is never packed.
    int bytes() {
        return bytes;
    }

    static Optional<ElementType> ofCode(long code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }
}
