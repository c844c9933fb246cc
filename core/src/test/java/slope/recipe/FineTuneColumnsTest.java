package slope.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Initializer;
import slope.model.FittedNetwork;
import slope.network.Network;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.NumberEncoder;
import slope.preprocess.Scaler;
import slope.preprocess.TableEncoder;
import slope.table.CategoryColumn;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.table.profile.ColumnFinding.Kind;
import slope.table.profile.ColumnSelection;
import slope.table.profile.InputColumns;
import slope.table.profile.InputColumns.LeftOut;
import slope.target.Classes;
import slope.target.TargetChoice;

/// A trained network and a table that it goes on with: which columns are its inputs, what stays as it was, and
/// the sentence for each misfit.
class FineTuneColumnsTest {
    private static final Classes LEARNED = new Classes("out", List.of("no", "yes"));
    private static final TargetChoice ANSWER = TargetChoice.of("answer");
    private static final CategoryColumn ANSWERS = CategoryColumn.of("answer", "no", "yes", "no");
    private static final NumberColumn A = NumberColumn.of("a", 1, 2, 3);
    private static final NumberColumn B = NumberColumn.of("b", 4, 5, 6);
    private static final NumberColumn C = NumberColumn.of("c", 7, 8, 9);

    private static FittedNetwork network(TableEncoder encoding) {
        Architecture architecture =
                Architecture.inputs(encoding.width()).dense(3, Activation.RELU).dense(1, Activation.IDENTITY);
        return new FittedNetwork(encoding, LEARNED, Network.start(architecture, Initializer.HE, 1));
    }

    /// As another program's, which takes numbers as they are.
    private static FittedNetwork plain(String... inputs) {
        return network(new TableEncoder(Arrays.stream(inputs)
                .<ColumnEncoder>map(name -> new NumberEncoder(name, 0, new Scaler.Unchanged()))
                .toList()));
    }

    /// As one of Slope's own, with scales and categories.
    private static FittedNetwork own() {
        return network(TableEncoder.fit(
                Table.of(NumberColumn.of("a", 10, 20, Double.NaN), CategoryColumn.of("kind", "p", "q", "p")),
                PlainMlp.ENCODERS));
    }

    private static FittedNetwork fitted(FittedNetwork given, TargetChoice target, Set<String> others, Table table) {
        return suited(given, target, others, table).start().orElseThrow();
    }

    private static FineTune suited(FittedNetwork given, TargetChoice target, Set<String> others, Table table) {
        return (FineTune) Recipe.fineTune(given).suited(target, others, table);
    }

    private static List<String> names(TableEncoder encoding) {
        return encoding.columns().stream().map(ColumnEncoder::column).distinct().toList();
    }

    private static List<String> inputs(FittedNetwork given, Set<String> others, Table table) {
        return names(fitted(given, ANSWER, others, table).encoding());
    }

    private static void assertRefused(FittedNetwork given, TargetChoice target, Table table, String sentence) {
        assertThatThrownBy(() -> fitted(given, target, Set.of(), table))
                .isInstanceOf(DataException.class)
                .hasMessage(sentence);
    }

    @Test
    void parametersAndClassesStayAndTheTargetHasTheTablesName() {
        FittedNetwork given = plain("a", "b");
        FittedNetwork fitted = fitted(given, ANSWER, Set.of(), Table.of(A, B, ANSWERS));
        assertThat(fitted.network()).isSameAs(given.network());
        assertThat(fitted.target()).isEqualTo(new Classes("answer", List.of("no", "yes")));
        assertThat(fitted.encoding()).isEqualTo(given.encoding());
    }

    @Test
    void columnsAreFoundByNameWhateverTheirOrder() {
        assertThat(inputs(plain("a", "b"), Set.of(), Table.of(C, ANSWERS, B, A)))
                .containsExactly("a", "b");
    }

    @Test
    void namesDecideBeforePlacesDo() {
        assertThat(inputs(plain("b", "a"), Set.of(), Table.of(A, B, ANSWERS))).containsExactly("b", "a");
    }

    @Test
    void whereOneNameIsLackingTheOrderOfTheTableTells() {
        assertThat(inputs(plain("a", "x2"), Set.of(), Table.of(B, ANSWERS, A))).containsExactly("b", "a");
        assertThat(inputs(plain("x1"), Set.of(), Table.of(NumberColumn.of("größe 尺寸", 1, 2, 3), ANSWERS)))
                .containsExactly("größe 尺寸");
    }

    @Test
    void columnsWithAnotherPartAreNoInputs() {
        assertThat(inputs(plain("x1", "x2"), Set.of("b"), Table.of(A, B, C, ANSWERS)))
                .containsExactly("a", "c");
        assertRefused(
                plain("x1", "x2"),
                ANSWER,
                Table.of(A, B, C, ANSWERS),
                "the network takes 2 inputs, but the table has 3 columns to use: a, b, c" + " (leave 1 of them out)");
        // The exposure of a count is no input either, which the refusal that comes first does not tell.
        assertRefused(
                plain("x1", "x2", "x3"),
                ANSWER.exposure("c"),
                Table.of(A, B, C, ANSWERS),
                "the network takes 3 inputs, but the table has 2 columns to use: a, b;"
                        + " it needs those it was trained on, in their order");
    }

    @Test
    void tooFewColumnsAreRefused() {
        assertRefused(
                plain("x1", "x2"),
                ANSWER,
                Table.of(A, ANSWERS),
                "the network takes 2 inputs, but the table has 1 column to use: a;"
                        + " it needs those it was trained on, in their order");
        assertRefused(
                plain("x1"),
                ANSWER,
                Table.of(ANSWERS),
                "the network takes 1 input, but the table has 0 columns to use;"
                        + " it needs those it was trained on, in their order");
    }

    @Test
    void whatIsNoNumberIsRefusedWhereNumbersAreTakenAsTheyAre() {
        assertRefused(
                plain("a"),
                ANSWER,
                Table.of(CategoryColumn.of("a", "1", "2", "3"), ANSWERS),
                "column \"a\" has text; the network takes numbers as they are (leave the column out)");
        assertRefused(
                plain("a"),
                ANSWER,
                Table.of(NumberColumn.of("a", 1, 2, Double.NaN), ANSWERS),
                "column \"a\" has no number in row 3; the network takes numbers as they are, so fill it in");
    }

    @Test
    void aNetworkWithScalesAndCategoriesKeepsThemAndTakesWhatIsMissing() {
        FittedNetwork given = own();
        Table table = Table.of(
                CategoryColumn.of("kind", "new", null, "q"), ANSWERS, NumberColumn.of("a", Double.NaN, 1e300, 0));
        FittedNetwork fitted = fitted(given, ANSWER, Set.of(), table);
        assertThat(fitted.encoding()).isSameAs(given.encoding());
        assertThat(names(fitted.encoding())).containsExactly("a", "kind");
        for (double decoded : fitted.decoded(table)) {
            assertThat(decoded).isBetween(0.0, 1.0);
        }
    }

    @Test
    void aNetworkWithScalesNeedsItsColumnsByName() {
        assertRefused(
                own(),
                ANSWER,
                Table.of(A, CategoryColumn.of("kinds", "p", "q", "p"), ANSWERS),
                "there is no column \"kind\"; did you mean \"kinds\"?");
        assertRefused(
                own(),
                TargetChoice.of("missing"),
                Table.of(A, CategoryColumn.of("kind", "p", "q", "p")),
                "there is no column \"missing\"; the columns are a, kind");
    }

    @Test
    void aColumnThatIsPredictedIsNoInput() {
        String sentence = "column \"%s\" is an input of the network and cannot be predicted from itself; predict"
                + " another column";
        Table table = Table.of(NumberColumn.of("a", 0, 1, 0), B, CategoryColumn.of("kind", "no", "yes", "no"));
        assertRefused(plain("a", "b"), TargetChoice.of("a"), table, sentence.formatted("a"));
        assertRefused(own(), TargetChoice.of("kind"), table, sentence.formatted("kind"));
    }

    @Test
    void whatTheNetworkPredictsIsChecked() {
        assertRefused(
                plain("a"),
                TargetChoice.of("answer", "b"),
                Table.of(A, B, ANSWERS),
                "the network predicts 1 column, not the 2 that are named: answer, b");
        assertRefused(
                plain("a"),
                ANSWER,
                Table.of(A, CategoryColumn.of("answer", "no", "perhaps", "no")),
                "column \"answer\" has \"perhaps\", but the network's classes are no, yes; write those instead");
    }

    @Test
    void columnsThatItDoesNotLookAtAreSaidToBeNoInputs() {
        Table table = Table.of(C, ANSWERS, B, A);
        InputColumns columns = suited(plain("b", "a"), ANSWER, Set.of("c"), table)
                .columns(table, Set.of("answer"), Set.of(), ColumnSelection.defaults());
        assertThat(columns.used()).containsExactly("b", "a");
        assertThat(columns.leftOut()).containsExactly(new LeftOut("c", List.of(Kind.NO_INPUT.finding())));
    }
}
