package slope.recipe;

/// Whether probabilities are [calibrated][slope.target.TemperatureScaling].
public enum CalibrationChoice {
    /// By a temperature, fitted to the out-of-fold predictions.
    TEMPERATURE("temperature"),
    /// They stay as the networks tell them.
    NONE("none");

    private final String title;

    CalibrationChoice(String title) {
        this.title = title;
    }

    /// Its name in options, requests and reports.
    public String title() {
        return title;
    }
}
