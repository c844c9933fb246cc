package slope.onnx.format;

/// What reading one file has used up of [Limits].
final class ReadingBudget {
    private int parts;
    private int looseNumbers;

    void countPart() {
        if (++parts > Limits.PARTS) {
            throw new OnnxException("has more than %,d parts, the most that is read".formatted(Limits.PARTS));
        }
    }

    void countLooseNumber() {
        if (++looseNumbers > Limits.LOOSE_NUMBERS) {
            throw new OnnxException("has more than %,d numbers outside of raw data, the most that is read"
                    .formatted(Limits.LOOSE_NUMBERS));
        }
    }
}
