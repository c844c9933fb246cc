"""metrics.json: scikit-learn's own scores, with row weights. OUT=… python3 make_metrics.py

Brier score of more than two classes: scikit-learn has it from 1.7 on, as the sum over classes, so that it is written out.
"""
import json
import os
import warnings

import numpy as np
import sklearn
from sklearn import metrics as m

warnings.filterwarnings('ignore')  # of classes that do not occur
random = np.random.RandomState(7)


def binary(actual, p, w):
    likely = (p > 0.5).astype(int)
    scores = {
        'accuracy': m.accuracy_score(actual, likely, sample_weight=w),
        'balanced-accuracy': m.balanced_accuracy_score(actual, likely, sample_weight=w),
        'brier': m.brier_score_loss(actual, p, sample_weight=w, pos_label=1),
        'average-precision': m.average_precision_score(actual, p, sample_weight=w),
        'mcc': m.matthews_corrcoef(actual, likely, sample_weight=w),
        'f1': m.f1_score(actual, likely, sample_weight=w),
    }
    if len(set(actual)) == 2:
        scores['auc'] = m.roc_auc_score(actual, p, sample_weight=w)
        if 0 < p.min() and p.max() < 1:  # another least probability than Slope's
            scores['log-loss'] = m.log_loss(actual, p, sample_weight=w)
    return {'predicted': np.stack([1 - p, p], 1).tolist(), 'actual': actual.tolist(), 'weights': w.tolist(), 'scores': scores}


def classes(actual, p, w):
    likely = p.argmax(1)
    squares = ((p - np.eye(p.shape[1])[actual]) ** 2).sum(1)
    scores = {
        'accuracy': m.accuracy_score(actual, likely, sample_weight=w),
        'balanced-accuracy': m.balanced_accuracy_score(actual, likely, sample_weight=w),
        'brier': np.average(squares, weights=w),
        'log-loss': m.log_loss(actual, p, sample_weight=w, labels=list(range(p.shape[1]))),
        'mcc': m.matthews_corrcoef(actual, likely, sample_weight=w),
        'macro-f1': m.f1_score(actual, likely, average='macro', labels=np.unique(actual), sample_weight=w),
    }
    return {'predicted': p.tolist(), 'actual': actual.tolist(), 'weights': w.tolist(), 'scores': scores}


def labels(actual, p, w):
    there = (p >= 0.5).astype(int)
    scores = {
        'average-precision': m.average_precision_score(actual, p, average='macro', sample_weight=w),
        'hamming-loss': m.hamming_loss(actual, there, sample_weight=w),
        'micro-f1': m.f1_score(actual, there, average='micro', sample_weight=w),
        'macro-f1': m.f1_score(actual, there, average='macro', labels=np.flatnonzero(actual.sum(0)), sample_weight=w),
    }
    return {'predicted': p.tolist(), 'actual': actual.tolist(), 'weights': w.tolist(), 'scores': scores}


def numbers(actual, predicted, w):
    scores = {
        'mae': m.mean_absolute_error(actual, predicted, sample_weight=w),
        'mape': m.mean_absolute_percentage_error(actual, predicted, sample_weight=w),
        'r2': m.r2_score(actual, predicted, sample_weight=w),
    }
    return {'predicted': predicted.tolist(), 'actual': actual.tolist(), 'weights': w.tolist(), 'scores': scores}


def amounts(power, actual, predicted, w):
    name = 'gamma-deviance' if power == 2 else 'tweedie-deviance'
    scores = {name: m.mean_tweedie_deviance(actual, predicted, sample_weight=w, power=power)}
    return {'power': power, 'predicted': predicted.tolist(), 'actual': actual.tolist(), 'weights': w.tolist(), 'scores': scores}


def probabilities(rows, width):
    p = random.randint(1, 8, (rows, width)) / 8
    return p / p.sum(1, keepdims=True)


def weights(rows):
    return random.randint(0, 5, rows) / 4  # some are 0


one = np.ones(12)
tied = random.randint(0, 9, 40) / 8  # every probability of several rows
file = {
    'binary': binary(random.randint(0, 2, 30), random.randint(0, 1024, 30) / 1024, np.ones(30)),
    'binary with ties and weights': binary(random.randint(0, 2, 40), tied, weights(40)),
    'binary, all one probability': binary(np.arange(12) % 2, np.full(12, 0.25), one),
    'binary, first class only': binary(np.zeros(12, int), random.randint(0, 9, 12) / 8, one),
    'binary, second class only': binary(np.ones(12, int), random.randint(0, 9, 12) / 8, one),
    'classes with weights': classes(random.randint(0, 4, 50), probabilities(50, 4), weights(50)),
    'classes, one does not occur': classes(random.randint(0, 2, 20), probabilities(20, 3), np.ones(20)),
    'classes, one only': classes(np.ones(10, int), probabilities(10, 3), np.ones(10)),
    'labels with weights': labels(random.randint(0, 2, (30, 3)), random.randint(0, 9, (30, 3)) / 8, weights(30)),
    'labels, one does not occur': labels(np.stack([np.zeros(10, int), np.arange(10) % 2], 1),
                                         random.randint(0, 9, (10, 2)) / 8, np.ones(10)),
    'numbers with weights': numbers(random.randint(-64, 64, (20, 1)) / 8 + 1 / 16, random.randint(-64, 64, (20, 1)) / 8, weights(20)),
    'numbers, a zero': numbers(np.array([[0.0], [2.0], [-4.0]]), np.array([[0.5], [2.5], [-4.0]]), np.array([1.0, 2.0, 3.0])),
    'numbers, two columns': numbers(random.randint(1, 64, (9, 2)) / 8, random.randint(1, 64, (9, 2)) / 8, weights(9)),
    'amounts, gamma': amounts(2, random.randint(1, 64, 20) / 8, random.randint(1, 64, 20) / 8, weights(20)),
    'amounts, Tweedie': amounts(1.5, random.randint(0, 4, 20) / 8, random.randint(1, 64, 20) / 8, weights(20)),
    'amounts, Tweedie near counts': amounts(1.125, random.randint(0, 4, 20) * 1.0, random.randint(1, 64, 20) / 8, weights(20)),
}
with open(os.path.join(os.environ.get('OUT', '.'), 'metrics.json'), 'w') as out:
    content = {'sources': {'scikit-learn': sklearn.__version__}, **file}
    out.write('{\n' + ',\n'.join(f'{json.dumps(key)}: {json.dumps(value, separators=(",", ":"))}'
                                 for key, value in content.items()) + '\n}\n')
