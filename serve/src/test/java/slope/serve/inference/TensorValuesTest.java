package slope.serve.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.NumberColumn;
import slope.tables.ReadOptions;

class TensorValuesTest {
    private static Column column(Datatype datatype, ColumnKind kind, ReadOptions reading, Object... values) {
        return new TensorValues("x", datatype, kind, reading).ofJson(List.of(values));
    }

    @Test
    void aSingleFloatIsWhatItIsInBinary() {
        NumberColumn single = (NumberColumn) column(Datatype.FP32, ColumnKind.NUMBER, ReadOptions.none(), 0.1, 3);
        assertThat(single.value(0)).isEqualTo((double) 0.1f).isNotEqualTo(0.1);
        assertThat(single.value(1)).isEqualTo(3);
    }

    @Test
    void codesAreWords() {
        CategoryColumn codes =
                (CategoryColumn) column(Datatype.INT64, ColumnKind.CATEGORY, ReadOptions.none(), 7, Long.MAX_VALUE);
        assertThat(codes.text(0)).isEqualTo("7");
        assertThat(codes.text(1)).isEqualTo("9223372036854775807");
        assertThat(column(Datatype.FP64, ColumnKind.CATEGORY, ReadOptions.none(), 7.0)
                        .text(0))
                .isEqualTo("7");
    }

    @Test
    void whatTrainingTookForMissingIsMissing() {
        ReadOptions reading = ReadOptions.none().missing(Set.of("n/a", "-999"));
        assertThat(column(Datatype.FP64, ColumnKind.NUMBER, reading, -999, 1).isMissing(0))
                .isTrue();
        assertThat(column(Datatype.BYTES, ColumnKind.CATEGORY, reading, "n/a", "a", "")
                        .missingCount())
                .isEqualTo(2);
    }
}
