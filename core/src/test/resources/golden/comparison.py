"""Writes comparison.txt: what scipy computes of pairs of models and of tables.

Run: python3 comparison.py > comparison.txt      (made with scipy 1.10.1)

Lines: `mcnemar FIRST SECOND MIDP`, the mid-p of the binomial distribution; `before X…` and `after X…`, two columns of numbers;
`smirnov D` of ks_2samp.
"""
import numpy as np
from scipy.stats import binom, ks_2samp

for first, second in ((0, 0), (0, 1), (3, 3), (4, 11), (20, 0), (12, 34), (480, 520), (30000, 29500)):
    smaller, rows = min(first, second), first + second
    midp = min(1, 2 * binom.cdf(smaller - 1, rows, 0.5) + binom.pmf(smaller, rows, 0.5))
    print("mcnemar", first, second, repr(float(midp)))
random = np.random.RandomState(5)
for sizes in ((40, 25), (120, 200)):
    before, after = np.round(random.randn(sizes[0]), 1), np.round(random.randn(sizes[1]) * 1.3 + 0.4, 1)
    print("before", *(repr(float(x)) for x in before))
    print("after", *(repr(float(x)) for x in after))
    print("smirnov", repr(float(ks_2samp(before, after).statistic)))
