package slope.report.json;

import tools.jackson.jr.ob.JSON;

/// Reports as JSON, numbers at full precision.
///
/// A record is an object with a key for each component, in their order; a case of a sealed interface
/// has its name before them, as `kind`. An empty Optional has no key, and a number that is not finite
/// is null, because JSON has none. Keys are in camel case. Words of a set, such as names of constants and
/// cases, are in lower case with dashes. Keys of a map are the names that something has: of a column, a
/// metric, a setting as options have it.
public final class JsonText {
    private JsonText() {}

    /// A report on one line, without a line break.
    public static String line(Report report) {
        return JSON.builder().enable(JSON.Feature.WRITE_NULL_PROPERTIES).build().asString(JsonFacts.of(report));
    }

    /// A report on several lines, each ended by a line break; its name and version stand first.
    public static String of(Report report) {
        return JSON.builder()
                        .enable(JSON.Feature.PRETTY_PRINT_OUTPUT, JSON.Feature.WRITE_NULL_PROPERTIES)
                        .build()
                        .asString(JsonFacts.of(report))
                + "\n";
    }
}
