package slope.onnx.format;

import java.util.Locale;

/// What reading one file has used up of [Limits].
final class ReadingBudget {
    private int parts;
    private int looseNumbers;

    void countPart() {
        if (++parts > Limits.PARTS) {
            throw new OnnxException(
                    String.format(Locale.ROOT, "has more than %,d parts, the most that is read", Limits.PARTS));
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
