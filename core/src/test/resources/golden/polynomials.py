"""Writes polynomials.txt: the coefficients of slope.internal.function's polynomials, and how far each is from its function.

Run: python3 polynomials.py > polynomials.txt      (needs mpmath and numpy)

Each line: a name, the largest error as a power of 2 (of the weighted polynomial with its coefficients already
rounded to float), then the coefficients, lowest power first, as Java writes floats in hexadecimal.

A polynomial p(x) that stands for f(x) is fitted so that the largest |p(x) − f(x)|·w(x) on its interval is as small as
can be: Lawson's algorithm (C. L. Lawson 1961, "Contributions to the theory of linear minimum maximum approximation"),
which is least squares on many points, with each point's weight multiplied by its error until all extremes are equal.
Then the lowest coefficient is rounded to float, the others are fitted again around it, and so on upwards.
"""
import mpmath
import numpy as np

mpmath.mp.dps = 40


def lawson(powers, values, weights):
    shares = np.full(len(values), 1 / len(values))
    best, least = None, np.inf
    for _ in range(300):
        scale = np.sqrt(shares) * weights
        coefficients = np.linalg.lstsq(powers * scale[:, None], values * scale, rcond=None)[0]
        errors = np.abs((powers @ coefficients - values) * weights)
        if errors.max() < least:
            best, least = coefficients, errors.max()
        shares = shares * errors
        shares /= shares.sum()
    return best


def fitted(f, w, low, high, degree):
    """The coefficients as floats, and the largest weighted error that they leave."""
    x = (low + high) / 2 + (high - low) / 2 * np.cos(np.linspace(0, np.pi, 1500))
    values = np.array([float(f(mpmath.mpf(t))) for t in x])
    weights = np.array([float(w(mpmath.mpf(t))) for t in x])
    powers = np.vander(x / high, degree + 1, increasing=True)  # of x / high, so that the fit is well conditioned
    scales = high ** np.arange(degree + 1)
    chosen = []
    while len(chosen) <= degree:
        known = sum((float(c) * scales[i] * powers[:, i] for i, c in enumerate(chosen)), np.zeros_like(x))
        free = lawson(powers[:, len(chosen):], values - known, weights)
        chosen.append(np.float32(free[0] / scales[len(chosen)]))
    p = sum(float(c) * scales[i] * powers[:, i] for i, c in enumerate(chosen))
    return chosen, np.abs((p - values) * weights).max()


def hexadecimal(value):
    mantissa, exponent = float(value).hex().split("p")
    return (mantissa.rstrip("0") + ("0" if mantissa.rstrip("0").endswith(".") else "")) + "p" + str(int(exponent))


def fit(name, f, w, low, high, degree):
    coefficients, error = fitted(f, w, low, high, degree)
    print(name, f"2^{np.log2(error):.1f}", *[hexadecimal(c) + "f" for c in coefficients])


def parts(name, value, count):
    """A number as a sum of floats: each is what the ones before leave, rounded."""
    floats = []
    for _ in range(count):
        floats.append(np.float32(float(value)))
        value -= mpmath.mpf(float(floats[-1]))
    print(name, f"2^{float(mpmath.log(abs(value), 2)):.1f}", *[hexadecimal(f) + "f" for f in floats])


def main():
    mp = mpmath
    print("# made by polynomials.py with mpmath", mpmath.__version__, "and NumPy", np.__version__)
    parts("log2(e)", mp.log(mp.e, 2), 1)
    parts("ln(2)", mp.log(2), 2)
    parts("2/pi", 2 / mp.pi, 1)
    parts("pi/2", mp.pi / 2, 3)
    parts("1/sqrt(2pi)", 1 / mp.sqrt(2 * mp.pi), 1)

    # e^r = 1 + r + r²·p(r); the error as a share of e^r − 1, so that it is small near 0 too. The interval is a little
    # longer than ±½ ln 2, because r is rounded.
    half = 1.0001 * float(mp.log(2)) / 2
    fit("exp", lambda r: (mp.expm1(r) - r) / r**2, lambda r: r**2 / mp.expm1(r), -half, half, 4)

    # ln(1 + f) = f − f²/2 + f³·p(f), where 1 + f lies between √½ and √2.
    low, high = float(mp.sqrt(0.5)) - 1, float(mp.sqrt(2)) - 1
    fit("log", lambda f: (mp.log1p(f) - f + f**2 / 2) / f**3, lambda f: f**3 / mp.log1p(f), low, high, 7)

    # ln(1 + u) = u + u²·p(u), u from 0 to 1.
    fit("bend", lambda u: (mp.log1p(u) - u) / u**2, lambda u: u**2 / mp.log1p(u), 1e-7, 1.0, 8)

    # sin r = r + r³·p(s) and cos r = 1 − s/2 + s²·p(s) with s = r², |r| up to π/4 and what rounding adds to it.
    nothing, square = 1e-6, 0.802**2
    fit("sin", lambda s: (mp.sin(mp.sqrt(s)) / mp.sqrt(s) - 1) / s, lambda s: s, nothing, square, 2)
    fit("cos", lambda s: (mp.cos(mp.sqrt(s)) - 1 + s / 2) / s**2, lambda s: s**2, nothing, square, 2)

    # tanh z = z + z³·p(s) with s = z², |z| up to 0.55.
    tanh = lambda s: mp.tanh(mp.sqrt(s)) / mp.sqrt(s)
    fit("tanh", lambda s: (tanh(s) - 1) / s, lambda s: s / tanh(s), nothing, 0.55**2, 4)

    # Φ(−x)·e^(x²/2) = t·p(y) with t = 1/(1 + 0.3·x) and y = t·x, x from 0 to 14.6; the error as a share of it.
    slant = mp.mpf(float(np.float32(0.3)))
    furthest = mp.mpf(14.6)
    x = lambda y: y / (1 - slant * y)
    tail = lambda y: mills(x(y)) * (1 + slant * x(y))
    fit("normal", tail, lambda y: 1 / tail(y), 0, float(furthest / (1 + slant * furthest)), 9)


def mills(x):
    """How much of the normal distribution lies above x, for each e^(−x²/2): Mills' ratio over √(2π)."""
    return mpmath.exp(x * x / 2) * mpmath.erfc(x / mpmath.sqrt(2)) / 2


if __name__ == "__main__":
    main()
