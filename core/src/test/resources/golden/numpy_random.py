"""Writes numpy-random.txt: the first doubles of NumPy's legacy generator for several seeds.

Run: python3 numpy_random.py > numpy-random.txt      (NumPy 1.17 or newer; the legacy generator never changed)

Each line: the seed, the doubles number 1 to 5, then number 311 to 314. A double takes two of the generator's 624 words,
so number 312 is the last of the first block and number 313 the first of the second.
"""
import numpy as np

print("# made by numpy_random.py with NumPy", np.__version__)
for seed in (0, 1, 2, 42, 12345, 2**31, 2**32 - 1):
    np.random.seed(seed)
    doubles = np.random.random(314).tolist()
    print(seed, *map(repr, doubles[:5] + doubles[310:]))
