package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class Utf8ScanTest {
    private static final int BEFORE = 3;

    /// Java's own decoder stops where the first bytes are that are no character.
    @Property(tries = 3000, seed = "4712", edgeCases = EdgeCasesMode.NONE)
    void findsWhatJavasDecoderFinds(@ForAll("bytes") List<Integer> values) {
        byte[] bytes = new byte[BEFORE + values.size()];
        for (int index = 0; index < values.size(); index++) {
            bytes[BEFORE + index] = values.get(index).byteValue();
        }
        ByteBuffer text = ByteBuffer.wrap(bytes, BEFORE, values.size());
        boolean isWhole = !StandardCharsets.UTF_8
                .newDecoder()
                .decode(text, CharBuffer.allocate(bytes.length), true)
                .isError();
        assertThat(Utf8Scan.firstOther(bytes, BEFORE, bytes.length))
                .isEqualTo(isWhole ? bytes.length : text.position());
    }

    /// Bytes at which something begins to be allowed, or ends, and whole characters.
    @Provide
    Arbitrary<List<Integer>> bytes() {
        Arbitrary<List<Integer>> single = Arbitraries.of(
                        0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED,
                        0xEE, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xF8, 0xF9, 0xFF)
                .map(List::of);
        Arbitrary<List<Integer>> whole = Arbitraries.of(
                List.of(0xC3, 0xA9),
                List.of(0xE2, 0x82, 0xAC),
                List.of(0xF0, 0x9F, 0x98, 0x80),
                List.of(0x61, 0x62, 0x63));
        return Arbitraries.frequencyOf(Tuple.of(1, single), Tuple.of(4, whole))
                .list()
                .ofMaxSize(12)
                .map(parts -> parts.stream().flatMap(List::stream).toList());
    }
}
