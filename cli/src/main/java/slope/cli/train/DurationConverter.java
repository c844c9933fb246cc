package slope.cli.train;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// From `90s`, `5m` or `1h30m` to a length of time.
public final class DurationConverter implements ITypeConverter<Duration> {
    private static final Pattern FORM =
            Pattern.compile("(?:(\\d{1,4})h)?(?:(\\d{1,6})m)?(?:(\\d{1,8}(?:\\.\\d{1,3})?)s)?");

    @Override
    public Duration convert(String text) {
        Matcher form = FORM.matcher(text);
        if (text.isEmpty() || !form.matches()) {
            throw new TypeConversionException("a length of time such as 90s, 5m or 1h30m was expected");
        }
        double seconds = 3600 * number(form.group(1)) + 60 * number(form.group(2)) + number(form.group(3));
        return Duration.ofMillis(Math.round(1000 * seconds));
    }

    private static double number(@Nullable String digits) {
        return digits == null ? 0 : Double.parseDouble(digits);
    }
}
