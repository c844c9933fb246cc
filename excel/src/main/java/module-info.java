/// Excel workbooks, for `slope.tables` to find at run time.
///
/// Nothing is exported: put this module beside tables and `.xlsx` files are read.
@org.jspecify.annotations.NullMarked
module slope.excel {
    requires static org.jspecify;
    requires org.dhatim.fastexcel.reader;
    requires slope.core;
    requires slope.tables;

    provides slope.tables.engine.WorkbookEngine with
            slope.excel.ExcelEngine;
}
