package slope.onnx.format;

/// Bytes that are not the ONNX file they should be. The message is the end of a sentence that begins
/// with the file's name.
public final class OnnxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// More of a file's own words than this explains nothing.
    private static final int LONGEST = 1000;

    /// @param message may quote the file: what could move a terminal's cursor is made visible
    public OnnxException(String message) {
        super(message.codePoints()
                .map(character -> Character.isISOControl(character) ? '?' : character)
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
    }
}
