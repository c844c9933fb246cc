package slope.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import slope.table.Remedy;

class ClassNamesTest {
    @Test
    void classesThatDifferBySpacesOrCaseAreNamed() {
        assertThat(ClassNames.remark(List.of(" <=50K", ">50K", "<=50K")).map(note -> note.text(Remedy::text)))
                .contains("check: the classes \" <=50K\" and \"<=50K\" differ by spaces or case alone");
        assertThat(ClassNames.remark(List.of("Yes", "no", "yes"))).isPresent();
        assertThat(ClassNames.remark(List.of("a", "b", "a b"))).isEmpty();
    }

    @Test
    void aClassThatMayStandForAMissingValueIsNamed() {
        assertThat(ClassNames.remark(List.of("NA", "hi", "lo")).map(note -> note.text(Remedy::text)))
                .contains("check: the class \"NA\" may stand for a missing value");
        assertThat(ClassNames.remark(List.of("a", "b", "n/a"))).isPresent();
        assertThat(ClassNames.remark(List.of("none", "some"))).isEmpty();
    }
}
