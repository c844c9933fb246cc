package slope.report.explanation;

final class ExplanationPage {
    ExplanationPage(ExplanationReport report) {}
    String html() { return ""; }
}
