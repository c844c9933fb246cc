"""Writes error-function.txt: erf and erfc to 25 digits, computed with 60.

Run: python3 error_function.py > error-function.txt      (needs mpmath)

Each line: x, erf(x), erfc(x). The steps are an eighth near zero, where both bend, and three quarters further out.
"""
import mpmath

mpmath.mp.dps = 60
print("# made by error_function.py with mpmath", mpmath.__version__)
near = [eighths / 8 for eighths in range(-32, 33)]
far = [4.75 + 0.75 * step for step in range(30)]
tiny = [1e-300, 1e-20, 1e-9]
for x in sorted([-value for value in far] + near + far + tiny):
    print(repr(x), mpmath.nstr(mpmath.erf(x), 25), mpmath.nstr(mpmath.erfc(x), 25))
