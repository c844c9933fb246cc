#!/usr/bin/env python3
"""The whole job by scikit-learn's HistGradientBoosting with nothing chosen: ROWS TEST TARGET PREDICTIONS, all CSV.

Text is coded by its place among the training rows' sorted values, unknown and missing cells are NaN: what a person
writes who wants a score quickly. Needs scikit-learn and NumPy.
"""

import csv
import sys

import numpy
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor

CLASSES = 20  # a target of numbers with more values than this is a number


def columns(path):
    with open(path, encoding="utf-8", newline="") as table:
        names, *rows = csv.reader(table)
    return dict(zip(names, zip(*rows)))


def number(cell):
    try:
        return float(cell)
    except ValueError:
        return None


def is_numeric(cells):
    return all(number(cell) is not None for cell in cells if cell)


def encoded(learned, cells):
    if is_numeric(learned):
        return [numpy.nan if number(cell) is None else number(cell) for cell in cells]
    codes = {cell: code for code, cell in enumerate(sorted(set(learned) - {""}))}
    return [codes.get(cell, numpy.nan) for cell in cells]


def main(rows, test, target, predictions):
    learned, scored = columns(rows), columns(test)
    wanted = learned.pop(target)
    matrices = [
        numpy.array([encoded(cells, table[name]) for name, cells in learned.items()]).T for table in (learned, scored)
    ]
    if is_numeric(wanted) and len(set(wanted)) > CLASSES:
        model = HistGradientBoostingRegressor(random_state=0).fit(matrices[0], list(map(float, wanted)))
    else:
        model = HistGradientBoostingClassifier(random_state=0).fit(matrices[0], wanted)
    with open(predictions, "w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows([["prediction"], *([each] for each in model.predict(matrices[1]))])


if __name__ == "__main__":
    main(*sys.argv[1:])
