"""Writes explanations.txt: what scikit-learn computes of a small network that Slope can hold as well.

Run: python3 explanations.py > explanations.txt      (made with scikit-learn 1.2.1)

p(1) = 1 / (1 + e^-z), z = bias + sum over h of outer[h] * tanh(offset[h] + x . inner[:, h])

Lines: `inner`, `offset`, `outer`, `bias`: the parameters; `row X0 X1 X2 Y`; `importance COLUMN MEAN SD` of permutation_importance
by log-loss with 2,000 repeats; `dependence COLUMN VALUE MEAN` of partial_dependence, `curve COLUMN ROW P…` of its individual
curves, `pair VALUE0 VALUE1 MEAN` of the first two columns.
"""
import numpy as np
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.inspection import partial_dependence, permutation_importance

inner = np.array([[0.5, -0.25, 1.0, 0.125], [1.5, 0.75, -0.5, 0.25], [0.0, 0.25, 0.125, -0.0625]])
offset = np.array([0.25, -0.5, 0.125, 0.75])
outer = np.array([1.5, -2.0, 1.25, 0.5])
bias = -0.25


class Network(BaseEstimator, ClassifierMixin):
    def fit(self, X, y):
        self.classes_ = np.array([0, 1])
        return self

    def predict_proba(self, X):
        z = bias + np.tanh(offset + np.asarray(X) @ inner) @ outer
        p = 1 / (1 + np.exp(-z))
        return np.column_stack([1 - p, p])

    def predict(self, X):
        return (self.predict_proba(X)[:, 1] >= 0.5).astype(int)


random = np.random.RandomState(7)
rows = 80
X = np.column_stack(
    [random.choice([-1.5, -0.5, 0.25, 1.0, 2.0], rows), random.choice([0.0, 1.0], rows), random.choice([1.0, 2.0, 4.0, 8.0], rows)]
)
network = Network().fit(X, None)
y = (random.rand(rows) < network.predict_proba(X)[:, 1]).astype(int)


def line(*words):
    print(*(word if isinstance(word, str) else repr(float(word)) for word in words))


line("inner", *inner.ravel())
line("offset", *offset)
line("outer", *outer)
line("bias", bias)
for x, answer in zip(X, y):
    line("row", *x, answer)
found = permutation_importance(network, X, y, scoring="neg_log_loss", n_repeats=2000, random_state=3)
for column in range(3):
    line("importance", column, found.importances_mean[column], found.importances[column].std(ddof=1))
for column in range(3):
    both = partial_dependence(network, X, [column], kind="both", response_method="predict_proba")
    for value, mean in zip(both["values"][0], both["average"][0]):
        line("dependence", column, value, mean)
    for row in range(5):
        line("curve", column, row, *both["individual"][0][row])
pair = partial_dependence(network, X, [(0, 1)], kind="average", response_method="predict_proba")
for first, value0 in enumerate(pair["values"][0]):
    for second, value1 in enumerate(pair["values"][1]):
        line("pair", value0, value1, pair["average"][0][first][second])
