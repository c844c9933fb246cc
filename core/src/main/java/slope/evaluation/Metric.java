package slope.evaluation;

/// A score that predictions are judged by, under the name it has in flags, reports and JSON.
public enum Metric {
    /// The share of rows whose likeliest class is the right one.
    ACCURACY("accuracy", Better.HIGHER),
    /// −1/n · Σ ln p(right class): small when confident and right, large when confident and wrong.
    LOG_LOSS("log-loss", Better.LOWER),
    /// The area under the ROC curve: how likely a random row of the second class has a higher
    /// probability of it than a random row of the first. Two classes only.
    AUC("auc", Better.HIGHER),
    /// sqrt(1/n · Σ (y − ŷ)²), in the target's unit.
    RMSE("rmse", Better.LOWER),
    /// 1/n · Σ |y − ŷ|, in the target's unit.
    MAE("mae", Better.LOWER),
    /// 1 − Σ (y − ŷ)² / Σ (y − mean y)²: the share of the variance that is explained; 0 for the
    /// mean itself.
    R2("r2", Better.HIGHER);

    /// Which way a score improves.
    public enum Better {
        HIGHER,
        LOWER
    }

    private final String title;
    private final Better better;

    Metric(String title, Better better) {
        this.title = title;
        this.better = better;
    }

    /// Its name in flags, reports and JSON.
    public String title() {
        return title;
    }

    /// Which way it improves.
    public Better better() {
        return better;
    }
}
