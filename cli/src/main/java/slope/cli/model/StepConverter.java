package slope.cli.model;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import slope.report.trace.TracePart.Step;

/// From the number of a layer, `columns` or `outputs` to a step of a trace.
final class StepConverter implements ITypeConverter<Step> {
    @Override
    public Step convert(String text) {
        return switch (text) {
            case "columns" -> new Step.Columns();
            case "outputs" -> new Step.Outputs();
            default -> new Step.Layer(number(text));
        };
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException ignored) {
            throw new TypeConversionException("the number of a layer, columns or outputs was expected");
        }
    }
}
