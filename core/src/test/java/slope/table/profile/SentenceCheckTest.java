package slope.table.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import slope.table.CategoryColumn;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.table.profile.ColumnFinding.Kind;
import slope.table.profile.InputColumns.LeftOut;
import slope.table.profile.InputColumns.Warning;

/// What is said of columns of sentences, whose words nothing looks at.
class SentenceCheckTest {
    private static final int ROWS = 40;
    private static final CategoryColumn REVIEW = texts("review", row -> "the room was clean and quiet, number " + row);

    private static CategoryColumn texts(String name, IntFunction<@Nullable String> cell) {
        String[] cells = new String[ROWS];
        Arrays.setAll(cells, cell);
        return CategoryColumn.of(name, cells);
    }

    private static InputColumns chosen(CategoryColumn column, ColumnSelection selection) {
        double[] numbers = new double[ROWS];
        Arrays.setAll(numbers, row -> row % 7);
        Table table = Table.of(NumberColumn.of("x", numbers), column, texts("y", row -> row % 2 == 0 ? "a" : "b"));
        return InputColumns.choose(table, Set.of("y"), Set.of(), selection);
    }

    @Test
    void sentencesThatAreLeftOutAreSaidNotToBeRead() {
        assertThat(chosen(REVIEW, ColumnSelection.defaults()).leftOut())
                .extracting(LeftOut::reason)
                .containsExactly("differs in nearly every row, like a name or free text, and has cells of many words,"
                        + " which are not read one by one; make columns of them first");
        CategoryColumn answer = texts("answer", row -> "I would come here again in year " + row / 4);
        assertThat(chosen(answer, ColumnSelection.defaults()).leftOut())
                .extracting(LeftOut::findings)
                .containsExactly(List.of(Kind.RARE_TEXT.finding(), Kind.SENTENCES.finding()));
    }

    @Test
    void sentencesThatAreKeptByNameAreDoubted() {
        InputColumns chosen = chosen(REVIEW, ColumnSelection.defaults().kept(Set.of("review")));
        assertThat(chosen.used()).containsExactly("x", "review");
        assertThat(chosen.warnings())
                .containsExactly(new Warning("review", Kind.SENTENCES.finding(), Optional.empty()));
    }

    @Test
    void sentencesThatAPersonLeavesOutAreNotSpokenOf() {
        InputColumns chosen = chosen(REVIEW, ColumnSelection.defaults().ignored(Set.of("review")));
        assertThat(chosen.leftOut()).containsExactly(new LeftOut("review", List.of(Kind.IGNORED.finding())));
    }

    /// The same few sentences in all rows are categories, and so are names.
    @Test
    void fewSentencesAndFewWordsAreNothingToSpeakOf() {
        assertThat(SentenceCheck.finding(texts("answer", row -> "I would come here again in year " + row % 4)))
                .isEmpty();
        assertThat(SentenceCheck.finding(texts("name", row -> "Mrs. Ada  Maria King\t" + row)))
                .isEmpty();
    }

    @Test
    void moreThanHalfOfTheCellsMakeSentences() {
        assertThat(SentenceCheck.finding(
                        texts("c", row -> row < 20 ? "name " + row : "\none two three four five " + row)))
                .isEmpty();
        assertThat(SentenceCheck.finding(
                        texts("c", row -> row < 19 ? "name " + row : "\none two three four five " + row)))
                .contains(Kind.SENTENCES.finding());
        assertThat(SentenceCheck.finding(texts("c", row -> row < 19 ? null : "one two three four five " + row)))
                .contains(Kind.SENTENCES.finding());
    }
}
