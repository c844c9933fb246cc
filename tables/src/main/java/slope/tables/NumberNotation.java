package slope.tables;

import java.util.Optional;

/// Numbers with marks between their thousands, a decimal comma, or something around them.
///
/// @param decimal empty if no cell has told it
/// @param currency before the number, else empty
/// @param unit behind it, else empty
/// @param marks the signs of bounds and footnotes that occur
record NumberNotation(Optional<DecimalMark> decimal, String currency, String unit, String marks) implements Notation {
    /// 1234 in a notation of whole numbers.
    private static final String WHOLE = "1234";

    static NumberNotation of(String pattern) {
        NumberParts parts = NumberParts.of(pattern).orElseThrow(() -> unknown(pattern));
        Optional<DecimalMark> decimal = Optional.empty();
        for (DecimalMark each : DecimalMark.values()) {
            decimal = parts.digits().equals(each.pattern()) ? Optional.of(each) : decimal;
        }
        if (decimal.isEmpty() && !parts.digits().equals(WHOLE)) {
            throw unknown(pattern);
        }
        NumberFrame frame = parts.frame();
        return new NumberNotation(decimal, frame.currency(), frame.unit(), frame.marks());
    }

    private static IllegalArgumentException unknown(String pattern) {
        return new IllegalArgumentException(
                "\"%s\" is no notation of numbers; write 1234.5 in it, as in \"$1,234.5\" or \"1.234,5 kg\""
                        .formatted(pattern));
    }

    @Override
    public double number(String text) {
        double plain = hasDecimalComma() || refusesPlain() ? Double.NaN : PlainNotation.NUMBER.number(text);
        return Double.isNaN(plain)
                ? NumberParts.of(text).filter(this::writes).map(this::value).orElse(Double.NaN)
                : plain;
    }

    private boolean writes(NumberParts parts) {
        String around = parts.frame().around();
        boolean isSame = around.equals(currency + unit) || (around.isEmpty() && !refusesPlain());
        return isSame && parts.frame().marks().chars().allMatch(mark -> marks.indexOf(mark) >= 0);
    }

    private double value(NumberParts parts) {
        if (decimal.isPresent()) {
            return parts.value(decimal.get());
        }
        double withPoint = parts.value(DecimalMark.POINT);
        return parts.isOpen() ? Double.NaN : Double.isNaN(withPoint) ? parts.value(DecimalMark.COMMA) : withPoint;
    }

    @Override
    public boolean hasDecimalComma() {
        return decimal.filter(DecimalMark.COMMA::equals).isPresent();
    }

    /// A number without the unit may be of another one; without the currency, it hardly is.
    @Override
    public boolean refusesPlain() {
        return !unit.isEmpty() && !NumberFrame.isCurrency(unit);
    }

    @Override
    public String pattern() {
        StringBuilder bounds = new StringBuilder();
        StringBuilder notes = new StringBuilder();
        marks.chars().distinct().forEach(mark -> ("*†‡+".indexOf(mark) < 0 ? bounds : notes).append((char) mark));
        String space = !unit.isEmpty() && Character.isLetter(unit.charAt(0)) ? " " : "";
        return bounds + currency + decimal.map(DecimalMark::pattern).orElse(WHOLE) + space + unit + notes;
    }
}
