/// Excel workbooks (.xlsx), read row by row.
///
/// Start with [slope.excel.ExcelEngine], which `slope.tables` finds at run time;
/// [slope.excel.ExcelCell] says what a cell holds. How cells make columns is not here: see
/// `slope.tables`.
@NullMarked
package slope.excel;

import org.jspecify.annotations.NullMarked;
