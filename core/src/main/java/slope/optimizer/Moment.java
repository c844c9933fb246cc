package slope.optimizer;

/// What an [UpdateRule] remembers of each parameter's gradients.
public enum Moment {
    /// A sum of steps, in which each step before counts less.
    VELOCITY("velocity"),
    /// The moving average of the gradient.
    MEAN_GRADIENT("mean gradient"),
    /// The moving average of its square.
    MEAN_SQUARE("mean square");

    private final String title;

    Moment(String title) {
        this.title = title;
    }

    /// Its name in reports.
    public String title() {
        return title;
    }
}
