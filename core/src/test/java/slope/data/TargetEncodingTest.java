package slope.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class TargetEncodingTest {

    @Test
    void wordsMakeClassesInTheOrderOfTheirLetters() {
        CategoryColumn target = CategoryColumn.of("y", "b", "a", "c", "a");
        TargetEncoding encoding = TargetEncoding.fit(target);
        assertThat(encoding).isEqualTo(new TargetEncoding.Classes("y", List.of("a", "b", "c")));
        assertThat(encoding.encode(target)).containsExactly(1, 0, 2, 0);
    }

    @Test
    void truthMakesTwoClasses() {
        BooleanColumn target = BooleanColumn.of("y", true, false);
        assertThat(TargetEncoding.fit(target)).isEqualTo(new TargetEncoding.Classes("y", List.of("false", "true")));
        assertThat(TargetEncoding.fit(target).encode(target)).containsExactly(1, 0);
    }

    @Test
    void twoNumbersMakeTwoClassesInTheOrderOfTheirSize() {
        NumberColumn target = NumberColumn.of("y", 10, 9, 10, -0.0 + 9);
        assertThat(TargetEncoding.fit(target)).isEqualTo(new TargetEncoding.Classes("y", List.of("9", "10")));
        assertThat(TargetEncoding.fit(target).encode(target)).containsExactly(1, 0, 1, 0);
        assertThat(TargetEncoding.classesOf(NumberColumn.of("y", 0.0, -0.0, 1))).containsExactly("0", "1");
    }

    @Test
    void moreNumbersAreScaled() {
        NumberColumn target = NumberColumn.of("y", 2, 4, 4, 4, 5, 5, 7, 9);
        TargetEncoding encoding = TargetEncoding.fit(target);
        assertThat(encoding).isEqualTo(new TargetEncoding.Numbers("y", 5, 2));
        assertThat(encoding.encode(NumberColumn.of("y", 5, 9))).containsExactly(0, 2);
        assertThat(encoding.encode(NumberColumn.of("y", 1e300))).containsExactly((float) NumberEncoding.FURTHEST);
    }

    @Test
    void missingTargetsDoNotCountForTheScale() {
        assertThat(TargetEncoding.fit(NumberColumn.of("y", 2, Double.NaN, 4, 4, 4, 5, 5, 7, 9)))
                .isEqualTo(new TargetEncoding.Numbers("y", 5, 2));
    }

    @Property
    void decodingUndoesEncoding(@ForAll @DoubleRange(min = -1e6, max = 1e6) double value) {
        TargetEncoding.Numbers encoding = new TargetEncoding.Numbers("y", 1_000, 250);
        double decoded = encoding.decode(encoding.encode(NumberColumn.of("y", value))[0]);
        assertThat(Math.abs(decoded - value)).isLessThanOrEqualTo(1e-6 * Math.max(1_000, Math.abs(value)));
    }

    @Test
    void aClassThatTrainingDidNotSeeIsRefused() {
        TargetEncoding encoding = TargetEncoding.fit(CategoryColumn.of("y", "a", "b"));
        assertThatThrownBy(() -> encoding.encode(CategoryColumn.of("y", "a", "z")))
                .isInstanceOf(DataException.class)
                .hasMessage("column \"y\" has \"z\" in row 2; the classes seen in training are a, b");
    }

    @Test
    void anotherKindThanInTrainingIsRefused() {
        TargetEncoding encoding = TargetEncoding.fit(NumberColumn.of("y", 1, 2, 3));
        assertThatThrownBy(() -> encoding.encode(CategoryColumn.of("y", "high")))
                .isInstanceOf(DataException.class)
                .hasMessage("column \"y\" has text (\"high\" in row 1) where training had numbers;"
                        + " write a number there or leave it empty");
    }

    @Test
    void aMissingTargetIsRefused() {
        String sentence = "column \"y\" has no value in row 2; drop the rows without a target first";
        TargetEncoding classes = TargetEncoding.fit(CategoryColumn.of("y", "a", "b"));
        TargetEncoding numbers = TargetEncoding.fit(NumberColumn.of("y", 1, 2, 3));
        assertThatThrownBy(() -> classes.encode(CategoryColumn.of("y", "a", null)))
                .hasMessage(sentence);
        assertThatThrownBy(() -> numbers.encode(NumberColumn.of("y", 1, Double.NaN)))
                .hasMessage(sentence);
    }

    @Test
    void aTargetWithNothingToTellApartIsRefused() {
        assertThatThrownBy(() -> TargetEncoding.fit(NumberColumn.of("y", 7, 7, Double.NaN)))
                .isInstanceOf(DataException.class)
                .hasMessage("column \"y\" has one value only, \"7\"; a target needs at least two to tell apart");
        for (Column empty : List.of(
                NumberColumn.of("y", Double.NaN, Double.NaN),
                CategoryColumn.of("y", null, null),
                BooleanColumn.of("y", null, null))) {
            assertThatThrownBy(() -> TargetEncoding.fit(empty))
                    .isInstanceOf(DataException.class)
                    .hasMessage("column \"y\" has no value in any of 2 rows; nothing can be learned from it");
        }
    }
}
