package slope.recipe;

/// How the hidden layers of a network normalize their units.
public enum Norm {
    NONE("none"),
    /// Layer normalization between each hidden layer's products and its activation, as Ba, Kiros
    /// and Hinton 2016 have it; β of the norm stands for the bias.
    LAYER("layer");

    private final String title;

    Norm(String title) {
        this.title = title;
    }

    /// Its name in options and reports.
    public String title() {
        return title;
    }
}
