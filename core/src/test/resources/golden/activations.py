"""Writes activations.txt: each activation's value and slope to 20 digits, from its formula written out in mpmath.

Run: python3 activations.py > activations.txt      (needs mpmath)

Each line: the activation, z, a, da/dz. Slopes are mpmath's numeric derivative at 60 digits, not a formula of ours.
Kinks (z = 0) are left out.
"""
from mpmath import erfc, exp, log, mp, diff, mpf, nstr, sqrt, tanh
import mpmath

mp.dps = 60
sigmoid = lambda z: 1 / (1 + exp(-z))
elu = lambda z, alpha: z if z > 0 else alpha * (exp(z) - 1)
SELU_LAMBDA, SELU_ALPHA = mpf("1.0507009873554804934193349852946"), mpf("1.6732632423543772848170429916717")
activations = {
    "SIGMOID": sigmoid,
    "RELU": lambda z: z if z > 0 else mpf(0),
    "TANH": tanh,
    "IDENTITY": lambda z: z,
    "LEAKY_RELU": lambda z: z if z > 0 else mpf("0.01") * z,
    "ELU": lambda z: elu(z, 1),
    "SELU": lambda z: SELU_LAMBDA * elu(z, SELU_ALPHA),
    "GELU": lambda z: z * erfc(-z / sqrt(2)) / 2,
    "GELU_TANH": lambda z: z * (1 + tanh(sqrt(2 / mp.pi) * (z + mpf("0.044715") * z**3))) / 2,
    "SILU": lambda z: z * sigmoid(z),
    "MISH": lambda z: z * tanh(log(1 + exp(z))),
}
print("# made by activations.py with mpmath", mpmath.__version__)
for name, function in activations.items():
    for z in (-30.0, -8.0, -2.5, -1.0, -0.3, -0.001, 0.001, 0.4, 1.0, 3.0, 8.0, 30.0):
        print(name, z, nstr(function(mpf(z)), 20), nstr(diff(function, mpf(z), h=mpf(10) ** -25), 20))
