"""Writes classification.txt: probabilities of three classes, and what scikit-learn computes of them.

Run: python3 classification.py > classification.txt      (made with scikit-learn 1.2.1)

Lines: `row CLASS WEIGHT P0 P1 P2`; then, unweighted and weighted, `class WEIGHTED INDEX PRECISION RECALL F1 AUC` of each class
against the others; `threshold T PRECISION RECALL F1 FPR PREDICTED` of the last class, whose probability is at least T;
`point RECALL PRECISION` of precision_recall_curve, `roc FPR TPR` of roc_curve, both of the last class, strictest first.
"""
import random

from sklearn.metrics import (
    confusion_matrix,
    f1_score,
    precision_recall_curve,
    precision_recall_fscore_support,
    precision_score,
    recall_score,
    roc_auc_score,
    roc_curve,
)

random.seed(7)
rows = []
for number in range(60):
    actual = random.choice([0, 0, 1, 2])
    raw = [random.randint(1, 6) + (5 if index == actual else 0) for index in range(3)]
    if number < 50:  # the second class is never the most likely of most rows
        raw[1] = min(raw[1], 2)
    rows.append((actual, random.choice([0.5, 1.0, 2.0]), [value / sum(raw) for value in raw]))
    print("row", actual, rows[-1][1], *map(repr, rows[-1][2]))

actual = [row[0] for row in rows]
predicted = [max(range(3), key=lambda index: row[2][index]) for row in rows]
for weighted in (0, 1):
    weights = [row[1] for row in rows] if weighted else None
    precision, recall, f1, _ = precision_recall_fscore_support(
        actual, predicted, labels=[0, 1, 2], sample_weight=weights, zero_division=0
    )
    for index in range(3):
        auc = roc_auc_score(
            [each == index for each in actual], [row[2][index] for row in rows], sample_weight=weights
        )
        print("class", weighted, index, *map(repr, map(float, (precision[index], recall[index], f1[index], auc))))

last = [each == 2 for each in actual]
probabilities = [row[2][2] for row in rows]
for threshold in (0.05, 0.2, 0.3, 0.5, 0.7, 0.95):
    positive = [each >= threshold for each in probabilities]
    tn, fp, fn, tp = confusion_matrix(last, positive).ravel()
    scores = [score(last, positive, zero_division=0) for score in (precision_score, recall_score, f1_score)]
    print("threshold", threshold, *map(repr, map(float, (*scores, fp / (fp + tn)))), sum(positive))
precision, recall, _ = precision_recall_curve(last, probabilities)
for each in zip(recall[::-1], precision[::-1]):
    print("point", *map(repr, map(float, each)))
fpr, tpr, _ = roc_curve(last, probabilities, drop_intermediate=False)
for each in zip(fpr, tpr):
    print("roc", *map(repr, map(float, each)))
