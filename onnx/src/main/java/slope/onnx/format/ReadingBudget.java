package slope.onnx.format;

import java.util.Locale;

/// What reading one file has used up of [Limits].
final class ReadingBudget {
    private final int mostParts;
    private int parts;
    private int looseNumbers;

    /// @param fileBytes how large the file is
    ReadingBudget(int fileBytes) {
        this.mostParts = Limits.PARTS + fileBytes / Limits.BYTES_OF_A_PART;
    }

    void countPart() {
        if (++parts > mostParts) {
            throw new OnnxException(String.format(
                    Locale.ROOT, "has more than %,d parts, the most that is read of its size", mostParts));
        }
    }

    void countLooseNumber() {
        if (++looseNumbers > Limits.LOOSE_NUMBERS) {
            throw new OnnxException(String.format(
                    Locale.ROOT,
                    "has more than %,d numbers outside of raw data, the most that is read",
                    Limits.LOOSE_NUMBERS));
        }
    }
}
