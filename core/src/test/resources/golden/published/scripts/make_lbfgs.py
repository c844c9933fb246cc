"""lbfgs.json: scikit-learn's networks with solver="lbfgs", which SciPy's L-BFGS-B trains in double. OUT=… python3 make_lbfgs.py"""
import json
import os
import warnings

import numpy as np
import scipy
import scipy.optimize
import sklearn
from sklearn.neural_network import MLPClassifier, MLPRegressor

warnings.simplefilter('ignore')  # that iterations end before convergence
random = np.random.RandomState(8)
minimize = scipy.optimize.minimize


def rounded(array, digits=1024):
    """Multiples of 1/1024: the same number in float, in double and in text."""
    return np.round(np.asarray(array) * digits) / digits


def trained(kind, inputs, targets, hidden, activation, alpha, iterations, tol=1e-4):
    widths = [inputs.shape[1], *hidden, len(set(targets)) if kind is MLPClassifier and len(set(targets)) > 2 else 1]
    start = [(rounded(random.randn(a, b) / np.sqrt(a)), rounded(random.randn(b) / 4)) for a, b in zip(widths, widths[1:])]

    class FromStart(kind):
        def _initialize(self, y, layer_units, dtype):
            super()._initialize(y, layer_units, dtype)
            self.coefs_ = [weights.copy() for weights, _ in start]
            self.intercepts_ = [bias.copy() for _, bias in start]

    def layout(packed):
        """Weights inputs × outputs and bias of each layer, as Slope has them; scikit-learn has all weights first."""
        sizes = [a * b for a, b in zip(widths, widths[1:])]
        weights = np.split(packed[:sum(sizes)], np.cumsum(sizes)[:-1])
        biases = np.split(packed[sum(sizes):], np.cumsum(widths[1:])[:-1])
        return np.concatenate([each for pair in zip(weights, biases) for each in pair])

    losses, points, found = [], [], []

    def recording(function, start_at, **settings):
        weights = sum(a * b for a, b in zip(widths, widths[1:]))

        def keep(packed):
            objective = function(packed, *settings['args'])[0]
            losses.append(objective - alpha / 2 / len(inputs) * (packed[:weights] ** 2).sum())
            points.append(packed.copy())
        keep(start_at)
        result = minimize(function, start_at, callback=keep, **settings)
        found.append(result)
        return result

    scipy.optimize.minimize = recording
    network = FromStart(hidden, activation=activation, solver='lbfgs', alpha=alpha, max_iter=iterations, tol=tol)
    network.fit(inputs, targets)
    scipy.optimize.minimize = minimize
    return {'widths': widths, 'activation': activation, 'alpha': alpha, 'tolerance': tol, 'inputs': inputs.tolist(),
            'targets': np.asarray(targets, float).tolist(), 'start': layout(points[0]).tolist(),
            'losses': [float(f'{loss:.10g}') for loss in losses],
            'parameters_after_5': [float(f'{value:.10g}') for value in layout(points[5])],
            'iterations': int(found[0].nit), 'evaluations': int(found[0].nfev), 'converged': bool(found[0].success)}


inputs = rounded(random.randn(60, 4))
signal = np.tanh(inputs[:, 0] * inputs[:, 1]) + 0.5 * inputs[:, 2]
noise = random.randn(60)
cases = {
    'classes': trained(MLPClassifier, inputs, np.digitize(signal + 0.3 * noise, [-0.4, 0.4]), (6,), 'tanh', 0.5, 300),
    'two_classes': trained(MLPClassifier, inputs, (signal + 0.3 * noise > 0).astype(int), (5, 4), 'logistic', 0.25, 300),
    'numbers': trained(MLPRegressor, inputs, rounded(signal + 0.1 * noise), (7,), 'tanh', 0.125, 300),
    'linear': trained(MLPRegressor, inputs, rounded(signal), (), 'identity', 0.0, 300),
    'steep': trained(MLPRegressor, inputs, rounded(40 * signal), (5,), 'relu', 1.0, 60),
}
file = {'sources': {'scikit-learn': sklearn.__version__, 'scipy': scipy.__version__}, **cases}
with open(os.path.join(os.environ.get('OUT', '.'), 'lbfgs.json'), 'w') as out:
    out.write('{\n' + ',\n'.join(f'{json.dumps(key)}: {json.dumps(value, separators=(",", ":"))}'
                                 for key, value in file.items()) + '\n}\n')
