package slope.cli.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.NonBlockingReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What keys mean, from a line so slow that a pause lies before each of their characters.
class WalkKeyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r",
                "\n",
                " ",
                "n",
                "j",
                "l",
                "\033[C",
                "\033[B",
                "\033OC",
                "\033OB",
                "\033[1;5C",
                "\033[1;2B",
                "\033O5C",
                "\033O1;5C",
                "\033\033[C",
                "\033[6~",
                "\033[6;5~"
            })
    void theseLeadOn(String key) throws IOException {
        assertThat(keys(key)).containsExactly(WalkKey.NEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b",
                "p",
                "k",
                "h",
                "\b",
                "\177",
                "\033[D",
                "\033[A",
                "\033OD",
                "\033OA",
                "\033[1;5D",
                "\033[1;2A",
                "\033O5D",
                "\033\033OD",
                "\033[5~",
                "\033[5;2~"
            })
    void theseLeadBack(String key) throws IOException {
        assertThat(keys(key)).containsExactly(WalkKey.BACK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\033[H", "\033OH", "\033[1~", "\033[7~", "\033[1;5H"})
    void homeLeadsToTheFirstPage(String key) throws IOException {
        assertThat(keys(key)).containsExactly(WalkKey.FIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\033[F", "\033OF", "\033[4~", "\033[8~", "\033[1;5F"})
    void endLeadsToTheLastPage(String key) throws IOException {
        assertThat(keys(key)).containsExactly(WalkKey.LAST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q", "Q", "\003", "\004"})
    void theseQuit(String key) throws IOException {
        assertThat(keys(key)).containsExactly(WalkKey.QUIT);
    }

    /// Insert, function keys of several terminals, the cursor's place, a mouse, a pasted text's marks,
    /// the terminal's name and its colours.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "\t",
                "é",
                "\033[2~",
                "\033[3~",
                "\033OP",
                "\033[15~",
                "\033[24;5~",
                "\033[[A",
                "\033[[D",
                "\033[Z",
                "\033[12;40R",
                "\033[<0;12;3M",
                "\033[200~",
                "\033[I",
                "\033[?62;4c",
                "\033[?2026;2$y",
                "\033]11;rgb:0b0b/0b0b/0b0b\007",
                "\033]10;rgb:ff/ff/ff\033\\",
                "\033P1+r6b62=7f\033\\",
                "\033_Gq\033\\"
            })
    void allOthersMeanNothingAndAreOneKeyEach(String key) throws IOException {
        assertThat(keys(key)).containsExactly(WalkKey.OTHER);
    }

    /// Escape alone means nothing, however long nothing follows; what follows stands for itself.
    @Test
    void escapeAloneDoesNotQuit() throws IOException {
        assertThat(keys("\033")).isEmpty();
        assertThat(keys("\033\033 ")).containsExactly(WalkKey.NEXT);
        assertThat(keys("\033q")).containsExactly(WalkKey.QUIT);
        assertThat(keys("\033b")).containsExactly(WalkKey.BACK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\033[", "\033O", "\033[1;", "\033[[", "\033]11;", "\033P"})
    void aSequenceThatIsBrokenOffLeavesTheNextControlKeyWhatItIs(String start) throws IOException {
        assertThat(keys(start + "\003")).containsExactly(WalkKey.QUIT);
        assertThat(keys(start + "\r")).containsExactly(WalkKey.NEXT);
        assertThat(keys(start + "\033[D")).containsExactly(WalkKey.BACK);
    }

    /// All keys until the input ends.
    private static List<WalkKey> keys(String typed) throws IOException {
        SlowKeys reader = new SlowKeys(typed);
        List<WalkKey> keys = new ArrayList<>();
        for (WalkKey key = WalkKey.read(reader); !reader.ended; key = WalkKey.read(reader)) {
            keys.add(key);
        }
        return keys;
    }

    /// Whoever waits for so and so long gets nothing; whoever waits gets the next character.
    private static final class SlowKeys extends NonBlockingReader {
        private final String typed;
        private int next;
        private boolean ended;

        SlowKeys(String typed) {
            this.typed = typed;
        }

        @Override
        protected int read(long timeout, boolean isPeek) {
            if (timeout != 0) {
                return READ_EXPIRED;
            }
            ended = next == typed.length();
            return ended ? EOF : typed.charAt(isPeek ? next : next++);
        }

        @Override
        public int readBuffered(char[] characters, int offset, int length, long timeout) {
            throw new AssertionError("keys are read one by one");
        }
    }
}
