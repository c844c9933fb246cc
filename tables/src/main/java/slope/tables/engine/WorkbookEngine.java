package slope.tables.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import slope.table.DataException;

/// Reads Excel workbooks. [java.util.ServiceLoader] finds it.
public interface WorkbookEngine {

    /// Passes on the rows of a sheet, in order.
    ///
    /// @param sheet its name; the first that is not hidden, if it is left out
    /// @return the name of the sheet, if hidden ones stand before it
    /// @throws DataException if it is no workbook, or has no such sheet
    Optional<String> read(Path file, Optional<String> sheet, RowTaker taker) throws IOException;

    /// Takes rows.
    interface RowTaker {
        /// Takes a row; those that hold nothing may be left out.
        ///
        /// @param number from 1, as the workbook shows it
        /// @param cells from column A on, up to the last one with a value or farther
        /// @return whether it takes more
        boolean take(int number, List<Value> cells);
    }

    /// What a cell holds.
    sealed interface Value {
        record Empty() implements Value {}

        record Amount(double number) implements Value {}

        record Text(String text) implements Value {}

        record Truth(boolean isTrue) implements Value {}

        record Moment(LocalDateTime moment) implements Value {}

        /// A formula that could not be computed, such as `#N/A`.
        record Failure(String name) implements Value {}
    }

    /// The engine that lies beside this module.
    ///
    /// @throws DataException if there is none
    static WorkbookEngine found() {
        return ServiceLoader.load(WorkbookEngine.class, WorkbookEngine.class.getClassLoader())
                .findFirst()
                .orElseThrow(
                        () -> new DataException("Excel workbooks are read by slope-excel, which is not there; add it"
                                + " to the class path or the module path"));
    }
}
