package slope.spark;

import slope.table.DataException;
import slope.table.Place;
import slope.table.Remedy;

/// Sentences about the rows of a DataFrame, which have no numbers: that of a shard, a sample or a block says nothing to
/// people.
final class UnnumberedRows {
    private UnnumberedRows() {}

    /// The same sentence without the number of a row, where it says one as the place of a cell.
    static DataException said(DataException problem) {
        if (problem.place().flatMap(Place::column).isEmpty()
                || problem.found().isEmpty()
                || problem.wanted().isEmpty()) {
            return problem;
        }
        DataException said = DataException.at(
                Place.ofColumn(problem.place().flatMap(Place::column).get()),
                problem.found().get(),
                problem.wanted().get(),
                problem.remedies().toArray(Remedy[]::new));
        said.setStackTrace(problem.getStackTrace());
        return said;
    }
}
