package slope.report.json;

/// Facts for people and for programs, as a record. Text, JSON and pages are made of it, and it knows
/// none of them. Its components are the shape of its JSON; see [JsonText].
public interface Report {
    /// The report's name in its JSON, such as `training`.
    String report();

    /// The version of its JSON's shape; a change that breaks a reader makes it larger.
    int version();
}
