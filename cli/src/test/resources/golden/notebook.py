"""Writes what the two networks of the notebook compute, in NumPy, at full precision.

Run: python3 notebook.py > seed-1.json               (NumPy 1.17 or newer; the legacy generator never changed)
     python3 notebook.py --seed 2 > seed-2.json      (seed-4294967295.json likewise)
     python3 notebook.py --hidden 7 > hidden-7.json
     python3 notebook.py --start centred > centred.json
     python3 notebook.py --activation relu > relu.json

The defaults are the notebook's own experiment. The first two iterations are kept in full.
"""
import argparse
import json

import numpy as np

arguments = argparse.ArgumentParser()
arguments.add_argument("--seed", type=int, default=1)
arguments.add_argument("--hidden", type=int, default=4)
arguments.add_argument("--start", choices=("scaled", "centred"), default="scaled")
arguments.add_argument("--activation", choices=("sigmoid", "relu"), default="sigmoid")
arguments = arguments.parse_args()

if arguments.activation == "sigmoid":
    activation = lambda z: 1 / (1 + np.exp(-z))
    slope = lambda a: a * (1 - a)  # the sigmoid's slope, from its output a
else:
    activation = lambda z: np.maximum(0, z)
    slope = lambda a: (a > 0) * 1.0

if arguments.start == "scaled":
    start = lambda inputs, outputs: np.random.random((inputs, outputs)) * np.sqrt(2.0 / inputs)
else:
    start = lambda inputs, outputs: 2 * np.random.random((inputs, outputs)) - 1

X = np.array([[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]])
out = lambda **arrays: {name: np.asarray(array).tolist() for name, array in arrays.items()}
STEPS = 2


def lesson1(iterations=10000):
    y = np.array([[0, 0, 1, 1]]).T
    np.random.seed(arguments.seed)
    Wo = start(3, 1)
    lesson = {"inputs": X.tolist(), "targets": y.tolist(), "initial": out(Wo=Wo), "iterations": iterations, "steps": []}
    for i in range(iterations):
        l1 = activation(X @ Wo)
        l1_error = y - l1
        l1_delta = l1_error * slope(l1)
        Wo_update = X.T @ l1_delta
        Wo = Wo + Wo_update
        if i < STEPS:
            lesson["steps"].append(
                out(l1=l1, l1_error=l1_error, slope=slope(l1), l1_delta=l1_delta, Wo_update=Wo_update, Wo=Wo))
    return lesson | {"final": out(l1=l1, Wo=Wo)}


def lesson2(iterations=100000):
    y = np.array([[0, 1, 1, 0]]).T
    np.random.seed(arguments.seed)
    Wh = start(3, arguments.hidden)
    Wo = start(arguments.hidden, 1)
    lesson = {"inputs": X.tolist(), "targets": y.tolist(), "initial": out(Wh=Wh, Wo=Wo), "iterations": iterations,
              "errors": {}, "steps": []}
    for i in range(iterations):
        l1 = activation(X @ Wh)
        l2 = activation(l1 @ Wo)
        l2_error = y - l2
        if i % 10000 == 0:
            lesson["errors"][str(i)] = float(np.mean(np.abs(l2_error)))
        l2_delta = l2_error * slope(l2)
        l1_error = l2_delta @ Wo.T
        l1_delta = l1_error * slope(l1)
        Wo_update = l1.T @ l2_delta
        Wh_update = X.T @ l1_delta
        Wo = Wo + Wo_update
        Wh = Wh + Wh_update
        if i < STEPS:
            lesson["steps"].append(
                out(l1=l1, l2=l2, l2_error=l2_error, l2_slope=slope(l2), l2_delta=l2_delta, l1_error=l1_error,
                    l1_slope=slope(l1), l1_delta=l1_delta, Wo_update=Wo_update, Wh_update=Wh_update, Wo=Wo, Wh=Wh))
    return lesson | {"final": out(l1=l1, l2=l2, Wo=Wo, Wh=Wh)}


print(json.dumps({"numpy": np.__version__, **vars(arguments), "lesson1": lesson1(), "lesson2": lesson2()}))
