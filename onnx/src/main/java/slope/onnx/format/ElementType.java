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

    /// Whether a number of ONNX's stands for floating numbers, which [Tensor.Floats] holds.
    public static boolean isFloating(long code) {
        return ofCode(code)
                .filter(type -> switch (type) {
                    case FLOAT, FLOAT16, DOUBLE -> true;
                    case UINT8, INT8, INT32, INT64, STRING, BOOL -> false;
                })
                .isPresent();
    }

    /// Bytes of an element packed as raw data; 0 for text, which is never packed.
    int bytes() {
        return bytes;
    }

    static Optional<ElementType> ofCode(long code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }
}
