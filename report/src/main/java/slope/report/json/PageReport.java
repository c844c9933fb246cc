package slope.report.json;

/// A report that is also a text and a page, for people.
public interface PageReport extends Report {
    /// The report for people.
    ///
    /// @param width the maximum width of a line
    String text(int width);

    /// The report as one HTML file that needs no other.
    String page();
}
