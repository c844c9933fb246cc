"""Writes calibration.txt: probabilities and outcomes, and what scikit-learn computes of them.

Run: python3 calibration.py > calibration.txt      (made with scikit-learn 1.2.1)

Lines: `row P Y`; `bin PREDICTED OBSERVED` of calibration_curve with 15 quantile bins; `brier SCORE RECALIBRATED`, the second after
IsotonicRegression on the same rows. Sets are separated by `set NAME`: 150 different probabilities, then 60 of few values.
"""
import numpy as np
from sklearn.calibration import calibration_curve
from sklearn.isotonic import IsotonicRegression
from sklearn.metrics import brier_score_loss

random = np.random.RandomState(11)
different = random.rand(150)
few = random.choice([0.05, 0.2, 0.5, 0.6, 0.9], 60)
for name, probabilities in (("different", different), ("few", few)):
    outcomes = (random.rand(len(probabilities)) < probabilities**1.5).astype(int)
    print("set", name)
    for probability, outcome in zip(probabilities, outcomes):
        print("row", repr(float(probability)), outcome)
    if name == "different":
        for observed, predicted in zip(*calibration_curve(outcomes, probabilities, n_bins=15, strategy="quantile")):
            print("bin", repr(float(predicted)), repr(float(observed)))
    isotonic = IsotonicRegression(y_min=0, y_max=1).fit(probabilities, outcomes).predict(probabilities)
    print("brier", repr(float(brier_score_loss(outcomes, probabilities))), repr(float(brier_score_loss(outcomes, isotonic))))
