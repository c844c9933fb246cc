package slope.serve.metric;

/// Prometheus's text format, version 0.0.4.
public final class MetricsText {
    /// Its type.
    public static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder();

    /// Begins a metric; its samples follow.
    ///
    /// @param type counter, gauge or histogram
    public MetricsText metric(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        return this;
    }

    /// A sample with a whole number.
    public void sample(String name, String labels, long value) {
        line(name, labels, Long.toString(value));
    }

    /// A sample with any number.
    public void sample(String name, String labels, double value) {
        line(name, labels, Double.toString(value));
    }

    private void line(String name, String labels, String value) {
        text.append(name);
        if (!labels.isEmpty()) {
            text.append('{').append(labels).append('}');
        }
        text.append(' ').append(value).append('\n');
    }

    /// A label, as in `column="age"`.
    public static String label(String name, String value) {
        return name + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
