package slope.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slope.internal.table.RequiredColumns;
import slope.table.DataException;

class NearestNameTest {
    @Test
    void swappedNeighboursAreOneDifference() {
        assertThat(NearestName.among(List.of("trace", "train"), "trian")).contains("train");
        assertThat(NearestName.among(List.of("ab"), "ba")).contains("ab");
        assertThat(NearestName.among(List.of("weight"), "WEIHGT")).contains("weight");
        assertThat(NearestName.among(List.of("far away"), "trian")).isEmpty();
    }

    @Test
    void columnsThatAreSpokenOfAreNotMeantByOthers() {
        List<String> names = List.of("length", "lengths", "width");
        assertThatThrownBy(() -> RequiredColumns.requireAll(Set.of("length", "lenght"), names))
                .isInstanceOf(DataException.class)
                .hasMessage("there is no column \"lenght\"; did you mean \"lengths\"?");
        assertThatThrownBy(() -> RequiredColumns.requireAll("boxes.csv", List.of("length", "lengths", "lenght"), names))
                .hasMessage("boxes.csv has no column \"lenght\"; the columns are length, lengths, width");
        assertThatThrownBy(() -> RequiredColumns.requireAll("boxes.csv", List.of("x", "width", "y"), names))
                .hasMessage("boxes.csv has no columns \"x\", \"y\"; the columns are length, lengths, width");
        assertThatCode(() -> RequiredColumns.requireAll("boxes.csv", names, names))
                .doesNotThrowAnyException();
    }
}
