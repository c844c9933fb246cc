package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.table.Written;

/// Numbers with marks between their digits and with something around them.
class NumberTextsTest {
    @TempDir
    private Path folder;

    /// Cells with a bar between them, what the numbers are, and the notation.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1,234.56|999.00|12; 1234.56|999|12; 1,234.5",
                "1.234,56|999,00; 1234.56|999; 1.234,5",
                "1 234,56|999,1; 1234.56|999.1; 1.234,5",
                "1'234.56|999.1; 1234.56|999.1; 1,234.5",
                "1\u00a0234,5|0,25; 1234.5|0.25; 1.234,5",
                "1\u202f234|12; 1234|12; 1234",
                "1,234,567|1,200; 1234567|1200; 1,234.5",
                "12,34,567|1,200; 1234567|1200; 1,234.5",
                "0,123|1,200; 0.123|1.2; 1.234,5",
                "1,5|2|30; 1.5|2|30; 1.234,5",
                "1_000|20; 1000|20; 1234",
                "$5.00|$1,234.50; 5|1234.5; $1,234.5",
                "5.00|$6.50; 5|6.5; $1,234.5",
                "-$5.25|($6.50)|$-7; -5.25|-6.5|-7; $1,234.5",
                "-$5.00|$(3.00)|$2.50; -5|-3|2.5; $1,234.5",
                "5,50 €|1.234,00 €; 5.5|1234; 1.234,5€",
                "US$ 5|US$ 6; 5|6; US$1234",
                "CHF 1'234.50|CHF 7.10; 1234.5|7.1; CHF1,234.5",
                "5 USD|6 USD; 5|6; 1234 USD",
                "12 %|3.5%; 12|3.5; 1,234.5%",
                "70 kg|71.5kg; 70|71.5; 1,234.5 kg",
                "1 room|2 rooms; 1|2; 1234 room",
                "(12)|3|4; -12|3|4; 1234",
                "12-|3|4; -12|3|4; 1234",
                "\u22125|3|4; -5|3|4; 1234",
                "<0.5|0.7|0.8|0.9; 0.5|0.7|0.8|0.9; <1,234.5",
                "6806*|12|13; 6806|12|13; 1234*",
                "~500|~600; 500|600; ~1234",
                "1e3|1,5|2,5; 1000|1.5|2.5; 1.234,5",
                "1,23E+05|4,5e-2; 123000|0.045; 1.234,5",
                "2h 50m|1 hour 5 mins|2h|3h 1m; 10200|3900|7200|10860; 1h 30m",
                "1d 2h|2 days, 3 hrs; 93600|183600; 1h 30m",
            })
    void notationsPeopleUseAreRead(String cells, String numbers, String pattern) {
        NumberColumn column = (NumberColumn) read(cells);
        assertThat(texts(column)).isEqualTo(numbers);
        assertThat(column.written().orElseThrow().pattern()).isEqualTo(pattern);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12A|7B|3C",
                "1st|2nd|3rd",
                "1st|2nd|3rd|4th|5th|6th|7th|8th",
                "12A|14A|16A|7B",
                "10-19|20-29|30-39",
                "<=50K|>50K",
                "<5|5-10|>10",
                "500 g|1 kg|2 kg",
                "$5|€6|$7",
                "192.168.0.1|10.0.0.1",
                "1.2.3|1.2.4",
                "555-1234|555-1235",
                "ABC 123|ABC 124",
                "007|008|009",
                "1,2|1,23|12,3,4|x|y",
                "low|high|1",
            })
    void codesAndCategoriesStayText(String cells) {
        assertThat(read(cells)).isInstanceOf(CategoryColumn.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "600|1,200; x.csv:3: column \"x\" has \"1,200\"; it is not told whether that is 1200 or 1.2",
                "$1.200|$1.300; x.csv:2: column \"x\" has \"$1.200\"; it is not told whether that is 1.2 or 1200",
                "$5.00|x|$6.00; x.csv:3: column \"x\" has \"x\"; a number such as \"$5.00\" was expected",
                "70 kg|71|72 kg; x.csv:3: column \"x\" has \"71\"; a number such as \"70 kg\" was expected",
                "1|2|3|5 kg; x.csv:5: column \"x\" has \"5 kg\"; a number was expected",
                "0.5%|1,5%; x.csv:3: column \"x\" has \"1,5%\"; a number such as \"0.5%\" was expected",
                "0.5|1.5|1,5; x.csv:4: column \"x\" has \"1,5\"; a number was expected",
            })
    void whatIsOpenIsRefused(String cells, String sentence) {
        assertThatThrownBy(() -> read(cells))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(folder + "/" + sentence);
    }

    @Test
    void aPersonSettlesWhatIsOpen() {
        ReadOptions comma = ReadOptions.none().decimal(DecimalMark.COMMA);
        ReadOptions point = ReadOptions.none().decimal(DecimalMark.POINT);
        assertThat(texts(read("600|1,200", comma))).isEqualTo("600|1.2");
        assertThat(texts(read("600|1,200", point))).isEqualTo("600|1200");
        assertThat(texts(read("1.234|2.345", comma))).isEqualTo("1234|2345");
        assertThat(texts(read("1.234|2.345", point))).isEqualTo("1.234|2.345");
    }

    @Test
    void fewUnitsAreCategoriesAndManyAreRefused() {
        String many = IntStream.range(1, 60)
                .mapToObj(number -> number % 2 == 0 ? number + " kg" : number + "00 g")
                .collect(Collectors.joining("|"));
        assertThatThrownBy(() -> read(many))
                .hasMessageContaining("numbers of one unit, such as \"100 g\", were expected");
    }

    @Test
    void mostCellsMayBeWordsForMissingOnes() {
        assertThatThrownBy(() -> read("NA|NA|NA|NA|1.5|2.5|3.5"))
                .hasMessageContaining("\"NA\"; a number was expected (treat \"NA\" as missing");
        assertThatThrownBy(() -> read("-|-|?|?|?|$1|$2|$3")).hasMessageContaining("\"-\"; a number such as \"$1\"");
        String lab = IntStream.range(0, 20)
                .mapToObj(number -> "below|below|" + number + ".5")
                .collect(Collectors.joining("|"));
        assertThatThrownBy(() -> read(lab)).hasMessageContaining("\"below\"; a number was expected");
        assertThat(read("low|low|low|mid|mid|1|2|3")).isInstanceOf(CategoryColumn.class);
    }

    @Test
    void numbersThatDoublesCannotTellApartStayText() {
        assertThat(texts(read("7|1000000000000000001|1000000000000000002")))
                .isEqualTo("7|1000000000000000001|1000000000000000002");
        assertThat(read("1577836800000000000|1577836801000000000")).isInstanceOf(NumberColumn.class);
    }

    @Test
    void missingNumbersAreMissingInEveryNotation() {
        assertThat(texts(read("$-999|$5.00|-999.0", ReadOptions.none().missing(Set.of("-999")))))
                .isEqualTo("|5|");
    }

    @Test
    void theNotationIsKeptForMoreRows() {
        ReadOptions more = ReadOptions.none().asIn(new Table(List.of(read("1.234,50 €|2,00 €"))));
        assertThat(more.notations()).isEqualTo(Map.of("x", "1.234,5€"));
        assertThat(texts(read("1.234 €|1.234", more))).isEqualTo("1234|1234");
        assertThat(read("1,50", more).written()).hasValue(new Written("1.234,5€", "1,50", "1.5"));
        assertThatThrownBy(() -> read("$5", more)).hasMessageContaining("a number such as \"1.234,5€\" was expected");
        ReadOptions plain = ReadOptions.none().asIn(new Table(List.of(read("1.5"))));
        assertThatThrownBy(() -> read("$5", plain)).hasMessageContaining("\"$5\"; a number was expected");
    }

    @ParameterizedTest
    @CsvSource({
        "13:45|8:00, 49500|28800, h:mm",
        "1:45 PM|12:00 am, 49500|0, h:mm",
        "1:02:03|100:00:00.5, 3723|360000.5, h:mm:ss",
        "2 days 01:00:00|0 days 00:00:01, 176400|1, h:mm:ss",
        "1:02.5|59:30.25|-0:01.5, 62.5|3570.25|-1.5, h:mm:ss",
        "1:02:03.5|59:30.25, 3723.5|3570.25, h:mm:ss",
        "PT1H30M|P1DT1S, 5400|86401, P1D",
    })
    void timesAreSeconds(String cells, String numbers, String pattern) {
        Column column = read(cells);
        assertThat(texts(column)).isEqualTo(numbers);
        assertThat(column.written().orElseThrow().pattern()).isEqualTo(pattern);
    }

    @Test
    void timesAreOfOneForm() {
        assertThatThrownBy(() -> read("1:02:03|PT5M|1:00:00"))
                .hasMessageContaining("\"PT5M\"; a time such as \"1:02:03\" was expected");
        assertThat(read("3:1|2:0|16:9")).isInstanceOf(CategoryColumn.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1:02:03|59:30|1:00:00", "1:02:03|59:30", "1:02:03|59:30|58:12|57:00", "1:02:03|45:10|59:30|8:00"
            })
    void aTimeOfTwoNumbersBesideThreeIsRefused(String cells) {
        assertThatThrownBy(() -> read(cells))
                .hasMessageContaining("; beside \"1:02:03\" it is not told whether that is")
                .hasMessageContaining(":00 or 0:");
        assertThat(texts(read("13:45|8:00|13:45:30"))).isEqualTo("49500|28800|49530");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "١٢٣|٤٥; 123|45; 1234",
                "१२३|४५.५; 123|45.5; 1,234.5",
                "１２|－３．５; 12|-3.5; 1,234.5",
                "١٬٢٣٤٫٥|٩; 1234.5|9; 1,234.5",
                "12|٣|4; 12|3|4; 1234",
            })
    void digitsOfOtherScriptsAreNumbers(String cells, String numbers, String pattern) {
        NumberColumn column = (NumberColumn) read(cells);
        assertThat(texts(column)).isEqualTo(numbers);
        assertThat(column.written().orElseThrow().pattern()).isEqualTo(pattern);
    }

    @ParameterizedTest
    @ValueSource(strings = {"٠٠٧|٠٠٨|٠٠٩", "١2|٣4", "٩٠٠٧١٩٩٢٥٤٧٤٠٩٩٣|٩٠٠٧١٩٩٢٥٤٧٤٠٩٩٢"})
    void codesInOtherDigitsStayText(String cells) {
        assertThat(read(cells)).isInstanceOf(CategoryColumn.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$1,234.5",
                "1.234,5 kg",
                "1234",
                "<1,234.5*",
                "1234.5",
                "h:mm",
                "h:mm:ss",
                "P1D",
                "1h 30m",
                "1,234.5%"
            })
    void aPatternIsItsNotation(String pattern) {
        assertThat(Notation.of(pattern).pattern()).isEqualTo(pattern);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "$5", "1,234", "12:30"})
    void otherPatternsAreRefused(String pattern) {
        assertThatThrownBy(() -> Notation.of(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no notation of numbers");
    }

    /// 6.331 is 6331 where other columns have a decimal comma, or 6.331.
    @Test
    void columnsThatContradictEachOtherAreRefused() throws IOException {
        TestFolder files = new TestFolder(folder);
        files.write("x.csv", "a;b\n1,5;6.331\n2;999\n");
        assertThat(files.complaint("x.csv"))
                .startsWith("x.csv:2: column \"b\" has \"6.331\"; it is not told whether that is 6331 or 6.331");
        assertThat(texts(files.read("x.csv", ReadOptions.none().decimal(DecimalMark.COMMA))
                        .column("b")))
                .isEqualTo("6331|999");
        assertThat(texts(files.read("x.csv", ReadOptions.none().decimal(DecimalMark.POINT))
                        .column("b")))
                .isEqualTo("6.331|999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.33", "6.331|7.5", "1234.567", "0.331", "6"})
    void numbersThatTellTheirPointAreReadBesideADecimalComma(String cells) throws IOException {
        TestFolder files = new TestFolder(folder);
        files.write("x.csv", "x;n\n" + cells.replace("|", ";1,5\n") + ";1,5\n");
        assertThat(texts(files.read("x.csv").column("x"))).isEqualTo(cells);
    }

    @Test
    void aFewLongIntegersAreWhatIsWritten() {
        assertThat(read("9007199254740993|9007199254740994|9007199254740993")).isInstanceOf(CategoryColumn.class);
        assertThat(read("9007199254740992|9007199254740994")).isInstanceOf(NumberColumn.class);
    }

    /// 2^53 + 1 is the first whole number that is another one as a double: 2^53.
    @Test
    void theFirstWholeNumberThatDoublesLackIsWhatIsWritten() {
        assertThat(texts(read("9007199254740993|9007199254740992|7"))).isEqualTo("9007199254740993|9007199254740992|7");
        assertThat(texts(read("-9007199254740993|5"))).isEqualTo("-9007199254740993|5");
        assertThat(read("9007199254740992|7")).isInstanceOf(NumberColumn.class);
    }

    /// After training, a plain number is none of a column of percentages or times, as it is none in training.
    @ParameterizedTest
    @CsvSource({"12%, 0.12", "70 kg, 70", "1:30, 90", "1h 30m, 90"})
    void whatLacksItsUnitIsRefusedLater(String trained, String later) throws IOException {
        Table table = Table.of(read(trained + "|" + trained));
        TestFolder files = new TestFolder(folder);
        files.write("x.csv", "x;n\n" + later + ";1\n");
        assertThatThrownBy(() -> files.read("x.csv", ReadOptions.none().asIn(table)))
                .hasMessageContaining("column \"x\" has \"" + later + "\"; a number such as");
        files.write("x.json", "[{\"x\": " + later + ", \"n\": 1}]");
        assertThatThrownBy(() -> files.read("x.json", ReadOptions.none().asIn(table)))
                .hasMessageContaining("column \"x\" has \"" + later + "\"; a number such as");
    }

    @Test
    void whatLacksItsCurrencyIsReadLater() throws IOException {
        Table table = Table.of(read("$5|$6"));
        TestFolder files = new TestFolder(folder);
        files.write("x.csv", "x;n\n7;1\n");
        assertThat(texts(files.read("x.csv", ReadOptions.none().asIn(table)).column("x")))
                .isEqualTo("7");
    }

    private Column read(String cells) {
        return read(cells, ReadOptions.none());
    }

    private Column read(String cells, ReadOptions options) {
        String text = "x;n\n" + cells.replace("|", ";1\n") + ";1\n";
        TestFolder files = new TestFolder(folder);
        try {
            files.write("x.csv", text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return files.read("x.csv", options).column("x");
    }

    private static String texts(Column column) {
        return IntStream.range(0, column.rows()).mapToObj(column::text).collect(Collectors.joining("|"));
    }
}
