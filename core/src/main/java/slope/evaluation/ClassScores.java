package slope.evaluation;

/// The scores of one class against all others, or of one label. Definitions are those of
/// scikit-learn's `precision_recall_fscore_support` and `roc_auc_score`.
///
/// @param name of the class or label
/// @param rows how many rows have it, without weights: its support
/// @param auc ROC AUC of its probability; not defined where all rows have it, or none
/// @param precision the share of rows with it among those predicted to have it; 0 where there are none
/// @param recall the share of rows predicted to have it among those with it; 0 where there are none
/// @param f1 2·TP / (2·TP + FN + FP); 0 if it neither occurs nor is predicted
public record ClassScores(String name, int rows, double auc, double precision, double recall, double f1) {}
