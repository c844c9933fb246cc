package slope.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.table.CategoryColumn;
import slope.table.NumberColumn;
import slope.table.Table;

class SubgroupTest {
    private static final Table ROWS = DependenceTest.mixed(300);

    @ParameterizedTest
    @ValueSource(strings = {"size", "city", "since", "garden", "price"})
    void everyRowIsInOneGroup(String column) {
        assertThat(Subgroup.of(ROWS, column).stream().flatMap(group -> group.rows().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 300).boxed().toList());
    }

    @Test
    void valuesAreGroupsOfTheirOwn() {
        assertThat(Subgroup.of(ROWS, "city")).extracting(Subgroup::value).containsExactly("Bonn", "Kiel", "Ulm", "");
        assertThat(Subgroup.of(ROWS, "garden")).extracting(Subgroup::value).containsExactly("false", "true");
    }

    @Test
    void manyNumbersAreFourRanges() {
        List<Subgroup> groups = Subgroup.of(ROWS, "size");
        assertThat(groups).hasSize(5).extracting(Subgroup::value).endsWith("");
        assertThat(groups.getFirst().value()).matches("20\\.\\d+ to 4\\d\\.\\d+");
        assertThat(groups.subList(0, 4))
                .allSatisfy(group -> assertThat(group.rows()).hasSizeBetween(65, 70));
    }

    @Test
    void equalNumbersStayTogether() {
        double[] numbers =
                IntStream.range(0, 100).mapToDouble(row -> row < 60 ? 0 : row).toArray();
        assertThat(Subgroup.of(Table.of(NumberColumn.of("n", numbers)), "n"))
                .extracting(Subgroup::value)
                .containsExactly("0 to 0", "60 to 72", "73 to 85", "86 to 99");
    }

    @Test
    void rareCategoriesAreOneGroup() {
        String[] names = IntStream.range(0, 100)
                .mapToObj(row -> row < 60 ? "n" + row % 10 : "rare" + row)
                .toArray(String[]::new);
        List<Subgroup> groups = Subgroup.of(Table.of(CategoryColumn.of("name", names)), "name");
        assertThat(groups).hasSize(11);
        assertThat(groups.getLast().value()).isEqualTo("(all others)");
        assertThat(groups.getLast().rows()).hasSize(40);
    }
}
