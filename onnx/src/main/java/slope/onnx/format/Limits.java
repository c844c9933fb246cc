package slope.onnx.format;

/// What reading an ONNX file may cost at most, so that a hostile one cannot fill the memory.
///
/// With these limits, and those of `slope.onnx.json`, reading takes at most about six times the file's size and some
/// 300 MB more.
public final class Limits {
    /// Bytes of a file: about 130 million parameters.
    public static final int FILE_BYTES = 512 << 20;

    /// Nodes, attributes, tensors, names and texts together, in a file of any size. Each costs some bytes in the file
    /// and
    /// about a hundred in memory, so their number is bounded and not only their bytes.
    public static final int PARTS = 1_000_000;

    /// A file of so many bytes may have one part more.
    public static final int BYTES_OF_A_PART = 32;

    /// Numbers that are not packed as raw bytes; a long in one byte of the file takes eight in memory.
    public static final int LOOSE_NUMBERS = 16 << 20;

    /// Dimensions of a tensor.
    public static final int DIMENSIONS = 8;

    private Limits() {}
}
