package slope.preprocess;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import slope.internal.table.KindMismatch;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.DateColumn;

/// Encodes one part of a date as an input: the year, the elapsed time, or a coordinate on the
/// circle of the year, the week or the day, of which there are two.
///
/// @param column the column's name
/// @param part the part of the date
/// @param imputed the imputation value, such as the median of the training rows
/// @param scaling fitted to the training rows after imputation
public record DateEncoder(String column, Part part, double imputed, Scaler scaling) implements ColumnEncoder {
    private static final double SECONDS_A_DAY = 86_400;

    /// A part of a date. December is next to January, Sunday to Monday, 23:59 to 0:00: a sine and a
    /// cosine together express this, as a number from 1 to 12 does not.
    public enum Part {
        /// The year, such as 2026.
        YEAR("year"),
        /// sin(2π · (month − 1) / 12).
        MONTH_SINE("month (sine)"),
        MONTH_COSINE("month (cosine)"),
        /// sin(2π · weekday / 7), Monday being 0.
        WEEKDAY_SINE("weekday (sine)"),
        WEEKDAY_COSINE("weekday (cosine)"),
        /// sin(2π · hour / 24), the minutes as parts of an hour.
        HOUR_SINE("hour (sine)"),
        HOUR_COSINE("hour (cosine)"),
        /// Days since the beginning of 1970.
        DAYS("elapsed days");

        private final String title;

        Part(String title) {
            this.title = title;
        }

        /// Its name for people.
        public String title() {
            return title;
        }

        /// The part of a moment.
        ///
        /// @param seconds since the beginning of 1970
        public double of(long seconds) {
            LocalDateTime moment = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
            return switch (this) {
                case YEAR -> moment.getYear();
                case MONTH_SINE -> StrictMath.sin(turn(moment.getMonthValue() - 1, 12));
                case MONTH_COSINE -> StrictMath.cos(turn(moment.getMonthValue() - 1, 12));
                case WEEKDAY_SINE -> StrictMath.sin(turn(moment.getDayOfWeek().getValue() - 1, 7));
                case WEEKDAY_COSINE -> StrictMath.cos(turn(moment.getDayOfWeek().getValue() - 1, 7));
                case HOUR_SINE -> StrictMath.sin(turn(moment.toLocalTime().toSecondOfDay(), SECONDS_A_DAY));
                case HOUR_COSINE -> StrictMath.cos(turn(moment.toLocalTime().toSecondOfDay(), SECONDS_A_DAY));
                case DAYS -> seconds / SECONDS_A_DAY;
            };
        }

        private static double turn(double place, double circle) {
            return 2 * Math.PI * place / circle;
        }
    }

    /// One encoder for each part that varies among the training rows; constant parts, such as the
    /// hour of days, carry no information.
    static List<DateEncoder> fit(DateColumn training, Imputation imputation, Function<double[], Scaler> scaling) {
        List<DateEncoder> encoders = new ArrayList<>();
        for (Part part : Part.values()) {
            double[] values = new double[training.rows()];
            Arrays.setAll(values, row -> training.isMissing(row) ? Double.NaN : part.of(training.seconds(row)));
            double imputed = imputation.fill(values);
            if (Arrays.stream(values).anyMatch(value -> value != values[0])) {
                encoders.add(new DateEncoder(training.name(), part, imputed, scaling.apply(values)));
            }
        }
        return encoders;
    }

    @Override
    public Optional<ColumnKind> reads() {
        return Optional.of(ColumnKind.DATE);
    }

    @Override
    public List<String> inputNames() {
        return List.of(column + " " + part.title());
    }

    @Override
    public InputKind inputKind() {
        return InputKind.NUMBER;
    }

    @Override
    public void encode(Column cells, float[] inputs, int offset, int stride) {
        float missing = Float.NaN; // until a cell is missing
        int index = offset;
        int rows = cells.rows();
        for (int row = 0; row < rows; row++) {
            if (!cells.isMissing(row)) {
                inputs[index] = scaling.apply(part.of(dates(cells, row).seconds(row)));
            } else {
                missing = Float.isNaN(missing) ? scaling.apply(imputed) : missing;
                inputs[index] = missing;
            }
            index += stride;
        }
    }

    private static DateColumn dates(Column cells, int row) {
        if (cells instanceof DateColumn dates) {
            return dates;
        }
        throw KindMismatch.at(cells, row, ColumnKind.DATE);
    }
}
