"""Writes double-functions.txt: what slope.internal.function's functions in double precision ought to give, to 25 digits.

Run: python3 double_functions.py > double-functions.txt                     (needs mpmath)
     python3 double_functions.py FOLDER NAME…      the largest errors of functions among the numbers in FOLDER/NAME.f64

Each line: a function's name, a number, the exact value there. The numbers are drawn: of every size, and where a
function changes its formula or ends. FOLDER is what LargestDoubleErrorTest wrote: pairs of a number and the function's
value there, little-endian.
"""
import math
import random
import struct
import sys

import mpmath
from mpmath import mp

mp.prec = 160

FUNCTIONS = {
    "density": (mp.npdf, (-38.5, 38.5)),
    "cumulative": (lambda z: mp.erfc(-z / mp.sqrt(2)) / 2, (-38.4, 8.5)),
}


def exact(name, z):
    if abs(z) > 1e-30:
        return FUNCTIONS[name][0](mp.mpf(z))
    # Below, both are straight lines to more digits than mpmath is asked for.
    z = mp.mpf(z)
    return {"density": mp.npdf(0), "cumulative": mp.npdf(0) * z + 0.5}[name]


def drawn(name, count):
    low, high = FUNCTIONS[name][1]
    numbers = []
    while len(numbers) < count:
        z = random.choice([
            lambda: random.uniform(max(low, -50), min(high, 50)),
            lambda: random.uniform(max(low, -1), min(high, 2)),
            lambda: random.uniform(max(low, -1e6), min(high, 1e6)),
            lambda: random.choice([-1, 1]) * math.ldexp(random.uniform(0.5, 1), random.randint(-1074, 1024)),
        ])()
        if low < z < high and z != 0:
            numbers.append(z)
    return numbers


def ulps(value, truth):
    _, exponent = math.frexp(float(truth))
    ulp = mp.ldexp(1, max(exponent - 53, -1074))
    return float(abs(mp.mpf(value) - truth) / ulp)


def measure(folder, names):
    for name in names:
        with open(f"{folder}/{name}.f64", "rb") as file:
            pairs = list(struct.iter_unpack("<dd", file.read()))
        error, at = max((ulps(value, exact(name, z)), z) for z, value in pairs)
        print(f"{name}: {error:.2f} ulps at {at!r}, largest of {len(pairs):,}")


def main():
    random.seed(1)
    print("# made by double_functions.py with mpmath", mpmath.__version__)
    for name in FUNCTIONS:
        for z in drawn(name, 100):
            print(name, repr(z), mp.nstr(exact(name, z), 25))


if __name__ == "__main__":
    measure(sys.argv[1], sys.argv[2:]) if len(sys.argv) > 1 else main()
