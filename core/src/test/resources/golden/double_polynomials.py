"""Writes double-polynomials.txt: the coefficients of slope.internal.function's polynomial in double precision.

Run: python3 double_polynomials.py > double-polynomials.txt      (needs mpmath)

Each line: a name, the largest error as a power of 2 (of the weighted polynomial with its coefficients already
rounded to double), then the coefficients, lowest power first, as Java writes doubles in hexadecimal.

Unlike polynomials.py, which wants the best polynomial, this one is content with least squares on Chebyshev's points:
the largest error is a few times the least, and two bits more cost one coefficient at most. The lowest coefficient is
rounded to double, the others are fitted again around it, and so on upwards.
"""
import mpmath
from mpmath import mp

mp.dps = 60


def least_squares(x, values, weights, powers):
    """The coefficients of these powers that leave the least weighted squares."""
    rows = mp.matrix(len(x), len(powers))
    for i, w in enumerate(weights):
        for column, power in enumerate(powers):
            rows[i, column] = w * x[i]**power
    return mp.lu_solve(rows, mp.matrix([w * value for w, value in zip(weights, values)]))


def fit(name, f, w, low, high, degree):
    low, high = mp.mpf(low), mp.mpf(high)
    count = 4 * (degree + 1)
    x = [(low + high) / 2 + (high - low) / 2 * mp.cos(mp.pi * (2 * i + 1) / (2 * count)) for i in range(count)]
    rest, weights = [f(t) for t in x], [w(t) for t in x]
    chosen = []
    for power in range(degree + 1):
        chosen.append(float(least_squares(x, rest, weights, range(power, degree + 1))[0]))
        rest = [value - chosen[power] * t**power for value, t in zip(rest, x)]
    largest = max(abs(value * weight) for value, weight in zip(rest, weights))
    print(name, f"2^{float(mp.log(largest, 2)):.1f}", *map(hexadecimal, chosen))


def parts(name, value, bits):
    """A number as a sum of doubles of so many bits: each is what the ones before leave, rounded."""
    doubles = []
    for count in bits:
        with mp.workprec(count):
            doubles.append(float(+value))
        value -= mp.mpf(doubles[-1])
    print(name, f"2^{float(mp.log(abs(value), 2)):.1f}", *map(hexadecimal, doubles))


def hexadecimal(value):
    mantissa, exponent = float(value).hex().split("p")
    mantissa = mantissa.rstrip("0")
    return (mantissa + ("0" if mantissa.endswith(".") else "")) + "p" + str(int(exponent))


def main():
    print("# made by double_polynomials.py with mpmath", mpmath.__version__)
    parts("1/sqrt(2pi)", 1 / mp.sqrt(2 * mp.pi), [53])

    # Φ(−x)·e^(x²/2) = t·p(u) with t = 1/(1 + 0.3·x) and u = 1 − 2·t; x from 0 to 38.6, u from −1 to almost 1.
    slant = mp.mpf(0.3)
    tail = lambda u: mills((2 / (1 - u) - 1) / slant) * 2 / (1 - u)
    fit("normal", tail, lambda u: 1 / tail(u), -1, 1 - 2 / (1 + slant * mp.mpf(38.6)), 24)


def mills(x):
    """How much of the normal distribution lies above x, for each e^(−x²/2): Mills' ratio over √(2π)."""
    return mp.exp(x * x / 2) * mp.erfc(x / mp.sqrt(2)) / 2


if __name__ == "__main__":
    main()
