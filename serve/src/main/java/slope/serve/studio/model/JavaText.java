package slope.serve.studio.model;

/// Text in programs.
final class JavaText {
    private JavaText() {}

    /// As a program has it in quotes.
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.chars().forEach(unit -> {
            if (unit == '"' || unit == '\\') {
                literal.append('\\').append((char) unit);
            } else if (unit < ' ') {
                literal.append("\\%03o".formatted(unit)); // three digits, or a digit behind would belong to it
            } else {
                literal.append((char) unit);
            }
        });
        return literal.append('"').toString();
    }
}
