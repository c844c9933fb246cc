"""amount_losses.json: scikit-learn's own losses of generalized linear models with a log link. OUT=… python3 make_amount_losses.py"""
import json
import os

import numpy as np
import sklearn
from sklearn._loss.loss import HalfGammaLoss, HalfTweedieLoss

random = np.random.RandomState(5)
outputs = random.randint(-3 * 64, 3 * 64, 20) / 64
amounts = random.randint(0, 40, 20) / 4
losses = {
    'gamma': (HalfGammaLoss(), amounts + 0.25, 2),
    'tweedie_1.5': (HalfTweedieLoss(power=1.5), amounts, 1.5),
    'tweedie_1.9': (HalfTweedieLoss(power=1.9), amounts * 16, 1.9),
}
file = {'sources': {'scikit-learn': sklearn.__version__}}
for name, (loss, targets, power) in losses.items():
    values, gradient = loss.loss_gradient(targets, outputs)
    file[name] = {'power': power, 'outputs': outputs.reshape(5, 4).tolist(), 'targets': targets.reshape(5, 4).tolist(),
                  'loss': values.mean(), 'gradient': (gradient / 20).reshape(5, 4).tolist()}
with open(os.path.join(os.environ.get('OUT', '.'), 'amount_losses.json'), 'w') as out:
    out.write('{\n' + ',\n'.join(f'{json.dumps(key)}: {json.dumps(value, separators=(",", ":"))}'
                                 for key, value in file.items()) + '\n}\n')
