package slope.excel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import slope.table.DataException;
import slope.tables.engine.WorkbookEngine;

/// Excel workbooks by fastexcel.
public final class ExcelEngine implements WorkbookEngine {
    private static final int HEAD_BYTES = 8; // enough to tell what a file is

    @Override
    public Optional<String> read(Path file, Optional<String> sheet, RowTaker taker) throws IOException {
        requireWorkbook(file);
        try (ReadableWorkbook workbook = opened(file)) {
            Sheet chosen = chosen(workbook, file, sheet);
            try (Stream<Row> rows = chosen.openStream()) {
                Iterator<Row> all = rows.iterator();
                boolean goesOn = true;
                while (goesOn && all.hasNext()) {
                    Row row = all.next();
                    goesOn = taker.take(row.getRowNum(), cells(row));
                }
            }
            return Optional.of(chosen.getName())
                    .filter(ignored -> sheet.isEmpty() && !chosen.equals(workbook.getFirstSheet()));
        } catch (ExcelReaderException | IOException | UncheckedIOException failure) {
            throw damaged(file, failure);
        }
    }

    /// A workbook without a part for formats has no dates; fastexcel says then that "null" is missing.
    private static ReadableWorkbook opened(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
        } catch (ExcelReaderException failure) {
            if (!"null not found".equals(failure.getMessage())) {
                throw failure;
            }
            return new ReadableWorkbook(file.toFile());
        }
    }

    /// A password turns a workbook into a file of another kind.
    private static void requireWorkbook(Path file) throws IOException {
        byte[] head;
        try (InputStream bytes = Files.newInputStream(file)) {
            head = Arrays.copyOf(bytes.readNBytes(HEAD_BYTES), HEAD_BYTES);
        }
        if (ReadableWorkbook.isOLE2Header(head)) {
            throw new DataException(
                    file + " has a password, or is an old workbook (.xls); save it as .xlsx without a password");
        }
        if (!ReadableWorkbook.isOOXMLZipHeader(head)) {
            throw damaged(file, new IOException("no zip file"));
        }
    }

    private static DataException damaged(Path file, Exception failure) {
        return new DataException(file + " is no Excel workbook, or a damaged one; save or copy it again", failure);
    }

    private static Sheet chosen(ReadableWorkbook workbook, Path file, Optional<String> name) {
        List<Sheet> sheets = workbook.getSheets().toList();
        return sheets.stream()
                .filter(sheet ->
                        name.map(sheet.getName()::equals).orElse(sheet.getVisibility() == SheetVisibility.VISIBLE))
                .findFirst()
                .or(() -> name.isEmpty() ? sheets.stream().findFirst() : Optional.empty())
                .orElseThrow(() -> new DataException("%s has no sheet \"%s\"; it has %s"
                        .formatted(
                                file,
                                name.orElse(""),
                                sheets.stream().map(Sheet::getName).collect(Collectors.joining(", ")))));
    }

    private static List<Value> cells(Row row) {
        List<Value> values = new ArrayList<>();
        for (int index = 0; index < row.getCellCount(); index++) {
            values.add(ExcelCell.value(row.getCell(index)));
        }
        return values;
    }
}
