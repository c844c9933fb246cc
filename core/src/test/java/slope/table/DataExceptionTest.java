package slope.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataExceptionTest {
    @Test
    void theMessageSaysWhereWhatWasFoundWhatWasWantedAndWhatToDo() {
        assertThat(cell())
                .hasMessage("iris.csv:57: column \"length\" has \"n/a\"; a number was expected"
                        + " (treat \"n/a\" as missing, or leave the column out)");
    }

    @Test
    void programsFindThePartsAsValues() {
        Place place = cell().place().orElseThrow();
        assertThat(place.file()).contains("iris.csv");
        assertThat(place.line()).hasValue(57);
        assertThat(place.row()).isEmpty();
        assertThat(place.column()).contains("length");
        assertThat(cell().found()).contains("\"n/a\"");
        assertThat(cell().wanted()).contains("a number was expected");
        assertThat(cell().remedies())
                .isEqualTo(List.of(new Remedy.TreatAsMissing("n/a"), new Remedy.LeaveOutColumn("length")));
    }

    @Test
    void othersWordTheRemediesInTheirOwnWay() {
        assertThat(cell().message(remedy ->
                        remedy instanceof Remedy.LeaveOutColumn(String column) ? "no " + column : "?"))
                .isEqualTo("iris.csv:57: column \"length\" has \"n/a\"; a number was expected (?, or no length)");
    }

    @Test
    void aCellOfATableInMemoryIsFoundByItsRow() {
        DataException cell = DataException.at(Place.ofCell("weight", 1199), "-1", "a weight is a number from 0 on");
        assertThat(cell).hasMessage("column \"weight\" has -1 in row 1,200; a weight is a number from 0 on");
        assertThat(cell.place().orElseThrow().row()).hasValue(1200);
        assertThat(cell.place().orElseThrow()).hasToString("column \"weight\", row 1,200");
    }

    @Test
    void placesReadAsPeopleWriteThem() {
        assertThat(cell().place().orElseThrow()).hasToString("iris.csv:57, column \"length\"");
        assertThat(Place.ofRow(Path.of("iris.parquet"), 55)).hasToString("iris.parquet, row 56");
        assertThat(Place.ofFile(Path.of("iris.csv"))).hasToString("iris.csv");
        assertThat(Place.ofColumn("length")).hasToString("column \"length\"");
    }

    @Test
    void aSentenceWithoutPartsIsTheMessage() {
        DataException whole = new DataException("the file is empty", new IllegalStateException("no bytes"));
        assertThat(whole).hasMessage("the file is empty").hasRootCauseMessage("no bytes");
        assertThat(whole.remedies()).isEmpty();
        assertThat(whole.place()).isEmpty();
        assertThat(new DataException("it is too wide", new Remedy.LeaveOutOthers(2)))
                .hasMessage("it is too wide (leave 2 of them out)");
    }

    @Test
    void whatACellHoldsDoesNotReachATerminal() {
        DataException hostile =
                DataException.at(Place.ofColumn("a\u001b[2J"), "x", "y", new Remedy.TreatAsMissing("\u001b[1m"));
        assertThat(hostile.getMessage()).doesNotContain("\u001b");
        assertThat(hostile.message(Remedy::text)).isEqualTo(hostile.getMessage());
    }

    private static DataException cell() {
        return DataException.at(
                Place.ofLine(Path.of("iris.csv"), 57).column("length"),
                "\"n/a\"",
                "a number was expected",
                new Remedy.TreatAsMissing("n/a"),
                new Remedy.LeaveOutColumn("length"));
    }
}
