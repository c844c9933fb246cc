package slope.tables;

import java.util.Optional;

/// Walks once over a text that may be a number. In this order there may be, with blanks between them: signs of bounds,
/// a
/// bracket and a sign, a currency, a bracket and a sign, the digits with marks between them and perhaps a minus right
/// behind, an exponent and a unit, a bracket, and signs of footnotes.
final class NumberScan {
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char FIGURE_SPACE = '\u2007';
    private static final char THIN_SPACE = '\u2009';
    private static final char NARROW_SPACE = '\u202f';

    private static final String MINUSES_BEHIND = "-\u2212";
    private static final String MINUSES = MINUSES_BEHIND + "–";
    private static final String BOUNDS = "<>≤≥=~≈±";
    private static final String NOTES = "*†‡+";
    private static final String UNIT_SIGNS = "%‰°µ'\"′″";
    private static final String IN_UNITS = "%‰°µ²³/·^.23 -" + NO_BREAK_SPACE;
    private static final String BETWEEN_DIGITS = ".,'’_ " + NO_BREAK_SPACE + THIN_SPACE + NARROW_SPACE;
    private static final int MOST_CAPITALS = 3; // of a currency
    private static final int MOST_EXPONENT_DIGITS = 3;

    private final String text;
    private int place;
    private int minuses;
    private int opened; // brackets

    private NumberScan(String text) {
        this.text = text;
    }

    /// The parts of a text, if it is a number.
    static Optional<NumberParts> of(String text) {
        return new NumberScan(text).number();
    }

    private Optional<NumberParts> number() {
        skipBlanks();
        String bounds = run(BOUNDS);
        takeBracketAndSign();
        String currency = currency();
        takeBracketAndSign();
        String digits = digits();
        if (digits.isEmpty() || NumberFrame.isOtherCode(currency)) {
            return Optional.empty();
        }
        takeMinusBehind();
        skipBlanks();
        String exponent = exponent();
        String unit = unit();
        skipBlanks();
        int closed = takes(")") ? 1 : 0;
        skipBlanks();
        String notes = run(NOTES);
        skipBlanks();
        if (place < text.length() || opened != closed || minuses + closed > 1) {
            return Optional.empty();
        }
        NumberFrame frame = NumberFrame.of(currency, unit, bounds + notes);
        return NumberParts.of(frame, digits, exponent, minuses + closed > 0);
    }

    private void takeBracketAndSign() {
        skipBlanks();
        opened += takes("(") ? 1 : 0;
        skipBlanks();
        if (!takes("+")) {
            minuses += takes(MINUSES) ? 1 : 0;
        }
        skipBlanks();
    }

    /// A sign with up to three capital letters before it, three capital letters, or the name of a rupee or crown.
    private String currency() {
        int start = place;
        while (place < text.length() && place - start < MOST_CAPITALS && isCapital(text.charAt(place))) {
            place++;
        }
        if (isNext(Character.CURRENCY_SYMBOL)) {
            place++;
        } else if (place - start < MOST_CAPITALS) {
            place = start;
            if (text.startsWith("Rs", place) || text.startsWith("kr", place)) {
                place += 2;
                takes(".");
            }
        }
        return text.substring(start, place);
    }

    /// The digits and the marks between them, as far as the last digit; empty if there are none.
    private String digits() {
        int start = place;
        takes(".,");
        int end = start;
        if (isDigit(place)) {
            for (;
                    place < text.length() && (isDigit(place) || BETWEEN_DIGITS.indexOf(text.charAt(place)) >= 0);
                    place++) {
                end = isDigit(place) ? place + 1 : end;
            }
        }
        place = end;
        return text.substring(start, end);
    }

    /// A minus, which is none before a letter or digit.
    private void takeMinusBehind() {
        int start = place;
        if (takes(MINUSES_BEHIND)) {
            if (place < text.length() && (isDigit(place) || Character.isLetter(text.codePointAt(place)))) {
                place = start;
            } else {
                minuses++;
            }
        }
    }

    /// An exponent such as E+05; empty if there is none.
    private String exponent() {
        int start = place;
        if (takes("eE")) {
            takes("+-");
            int first = place;
            while (place - first < MOST_EXPONENT_DIGITS && isDigit(place)) {
                place++;
            }
            place = place == first ? start : place;
        }
        return text.substring(start, place);
    }

    /// A unit without blanks behind it; empty if there is none.
    private String unit() {
        int start = place;
        int end = start; // behind what is no blank
        String signs = UNIT_SIGNS;
        while (place < text.length() && isOfUnit(text.codePointAt(place), signs)) {
            int next = text.codePointAt(place);
            place += Character.charCount(next);
            end = next == ' ' || next == NO_BREAK_SPACE ? end : place;
            signs = IN_UNITS;
        }
        return text.substring(start, end);
    }

    private static boolean isOfUnit(int character, String signs) {
        return Character.isLetter(character)
                || Character.getType(character) == Character.CURRENCY_SYMBOL
                || signs.indexOf(character) >= 0;
    }

    private void skipBlanks() {
        while (place < text.length() && isBlank(text.charAt(place))) {
            place++;
        }
    }

    private static boolean isBlank(char each) {
        return switch (each) {
            case ' ', '\t', '\n', '\u000b', '\f', '\r' -> true;
            case NO_BREAK_SPACE, FIGURE_SPACE, THIN_SPACE, NARROW_SPACE -> true;
            default -> false;
        };
    }

    private static boolean isCapital(char each) {
        return each >= 'A' && each <= 'Z';
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private boolean isNext(byte type) {
        return place < text.length() && Character.getType(text.charAt(place)) == type;
    }

    /// Takes the next character, if it is one of these.
    private boolean takes(String some) {
        boolean isNext = place < text.length() && some.indexOf(text.charAt(place)) >= 0;
        place += isNext ? 1 : 0;
        return isNext;
    }

    /// The characters that come next and are among these.
    private String run(String some) {
        int start = place;
        while (takes(some)) {}
        return text.substring(start, place);
    }
}
