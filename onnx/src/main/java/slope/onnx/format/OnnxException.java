package slope.onnx.format;

import slope.internal.text.Sentence;

/// Bytes that are not the ONNX file they should be. The message is the end of a sentence that begins
/// with the file's name.
public final class OnnxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// @param message may quote the file: see [Sentence]
    public OnnxException(String message) {
        super(Sentence.of(message));
    }
}
