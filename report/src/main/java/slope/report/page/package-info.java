/// Pages for a browser: one file each, which loads nothing.
///
/// Start with [slope.report.page.Page]; [slope.report.page.Markup] makes its parts. The one style sheet is the resource
/// `page.css`: colours for light and dark screens and for paper, tables that scroll by themselves, figures. What a page
/// says is not here.
@NullMarked
package slope.report.page;

import org.jspecify.annotations.NullMarked;
