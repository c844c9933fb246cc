package slope.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slope.split.Split;
import slope.split.Stratification;

class FingerprintTest {
    private static final Table TABLE = Table.of(
            NumberColumn.of("a", 1, 2, Double.NaN),
            CategoryColumn.of("b", "x", null, "y"),
            BooleanColumn.of("c", true, false, null));

    @Test
    void ofEqualTablesIsEqual() {
        Table same = Table.of(
                NumberColumn.of("a", 1, 2, Double.NaN),
                CategoryColumn.of("b", "x", null, "y"),
                BooleanColumn.of("c", true, false, null));
        assertThat(Fingerprint.of(same)).isEqualTo(Fingerprint.of(TABLE)).hasSize(64);
    }

    @Test
    void tellsTablesApartThatDifferInOneThing() {
        List<Table> others = List.of(
                TABLE.select(new int[] {0, 1}),
                TABLE.select(new int[] {0, 2, 1}),
                Table.of(NumberColumn.of("a", 1, 2, 3), TABLE.column("b"), TABLE.column("c")),
                Table.of(TABLE.column("a").renamed("A"), TABLE.column("b"), TABLE.column("c")),
                Table.of(TABLE.column("a"), CategoryColumn.of("b", "x", "", "y"), TABLE.column("c")),
                Table.of(TABLE.column("a"), TABLE.column("c"), TABLE.column("b")));
        assertThat(others).extracting(Fingerprint::of).doesNotHaveDuplicates().doesNotContain(Fingerprint.of(TABLE));
    }

    @Test
    void ofASplitTellsWhichRowsAreWhere() {
        String first = split(0.25).fingerprint();
        assertThat(split(0.25).fingerprint()).isEqualTo(first);
        assertThat(split(0.5).fingerprint()).isNotEqualTo(first);
    }

    /// The SHA-256 of "abc" (FIPS 180-2, appendix B.1).
    @Test
    void ofBytesIsTheirSha256() {
        assertThat(Fingerprint.of("abc".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private static Split split(double share) {
        Column target = NumberColumn.of("y", 1, 2, 3, 4, 5, 6, 7, 8);
        return Split.stratified(IntStream.range(0, 8).toArray(), target, Stratification.NEIGHBOURS, share, 1);
    }
}
