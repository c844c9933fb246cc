package slope.report.lesson;

/// What a reader with a calculator gets from a formula as it is shown.
final class Calculator {
    private final String text;
    private int place;

    private Calculator(String formula) {
        text = formula.replace(" ", "");
    }

    static double of(String formula) {
        if (formula.endsWith("> 0, so")) {
            boolean above = Double.parseDouble(formula.split(" ", -1)[0]) > 0;
            if (above == formula.contains("not")) {
                throw new AssertionError(formula + " is not true");
            }
            return above ? 1 : 0;
        }
        Calculator calculator = new Calculator(formula);
        double value = calculator.sum();
        if (calculator.place < calculator.text.length()) {
            throw new AssertionError(formula + " cannot be read from " + calculator.text.substring(calculator.place));
        }
        return value;
    }

    private double sum() {
        double sum = product();
        while (place < text.length() && (text.charAt(place) == '+' || text.charAt(place) == '-')) {
            sum += text.charAt(place++) == '+' ? product() : -product();
        }
        return sum;
    }

    private double product() {
        double product = factor();
        while (place < text.length() && (text.charAt(place) == '·' || text.charAt(place) == '/')) {
            product = text.charAt(place++) == '·' ? product * factor() : product / factor();
        }
        return product;
    }

    private double factor() {
        double factor = atom();
        if (skip("²")) {
            factor *= factor;
        }
        return factor;
    }

    private double atom() {
        if (skip("½")) {
            return 0.5;
        }
        if (skip("e^-")) {
            return Math.exp(-atom());
        }
        if (skip("max(0,")) {
            return Math.max(0, closed());
        }
        return skip("(") ? closed() : number();
    }

    private double closed() {
        double value = sum();
        if (!skip(")")) {
            throw new AssertionError("no bracket ends in " + text);
        }
        return value;
    }

    private double number() {
        int start = place;
        skip("-");
        while (place < text.length()
                && ("0123456789.".indexOf(text.charAt(place)) >= 0
                        || text.charAt(place) == 'e'
                        || (text.charAt(place) == '-' && text.charAt(place - 1) == 'e'))) {
            place++;
        }
        return Double.parseDouble(text.substring(start, place));
    }

    private boolean skip(String next) {
        boolean there = text.startsWith(next, place);
        place += there ? next.length() : 0;
        return there;
    }
}
