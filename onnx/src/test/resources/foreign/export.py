"""Writes the ONNX files beside it: small networks of three inputs, as PyTorch and Keras export them.

Run: KERAS_BACKEND=torch python3 export.py      (needs torch, onnx, onnxscript, keras)

The files here were made with torch 2.13.0, onnx 1.23.1, onnxscript 0.7.2 and keras 3.15.1. Names: who wrote it (pytorch-old
is the exporter by tracing, pytorch-new the one by torch.export), the version of the operators, what is in the network.
"""
from pathlib import Path

import keras
import onnx
import torch
from keras import layers
from torch import nn

torch.manual_seed(5)
keras.utils.set_random_seed(5)


class View(nn.Module):
    def forward(self, x):
        return x.view(x.shape[0], -1)


class Scaled(nn.Module):
    """Standardises its columns."""

    def __init__(self):
        super().__init__()
        self.register_buffer("mean", torch.tensor([0.5, -1.0, 2.0]))
        self.register_buffer("deviation", torch.tensor([2.0, 0.25, 1.5]))

    def forward(self, x):
        return (x - self.mean) / self.deviation


class Transposed(nn.Module):
    def __init__(self):
        super().__init__()
        self.weights = nn.Parameter(torch.randn(2, 4))

    def forward(self, x):
        return x @ self.weights.T


class Squeezed(nn.Module):
    def forward(self, x):
        return x.squeeze(1)


def network(*middle, outputs=2, end=()):
    return nn.Sequential(nn.Linear(3, 4), *middle, nn.Linear(4, outputs), *end)


networks = {
    "gelu": network(nn.GELU()),
    "gelu-tanh": network(nn.GELU(approximate="tanh")),
    "silu": network(nn.SiLU()),
    "mish": network(nn.Mish()),
    "prelu": network(nn.PReLU()),
    "normalised": network(nn.BatchNorm1d(4), nn.ReLU(), nn.Dropout(0.2), nn.Linear(4, 4), nn.BatchNorm1d(4), nn.ReLU()),
    "view": nn.Sequential(View(), network(nn.ReLU())),
    "flattened": nn.Sequential(nn.Flatten(), network(nn.ReLU())),
    "scaled": nn.Sequential(Scaled(), network(nn.ReLU())),
    "transposed": nn.Sequential(nn.Linear(3, 4), nn.Tanh(), Transposed()),
    "squeezed": network(nn.ReLU(), outputs=1, end=(Squeezed(), nn.Sigmoid())),
    "flat-output": network(nn.ReLU(), outputs=1, end=(nn.Flatten(0),)),
    "softmax": network(nn.ReLU(), outputs=3, end=(nn.Softmax(dim=-1),)),
}


def old(name, operators, **settings):
    network = networks[name].eval()
    rows = torch.randn(2, 3, dtype=next(network.parameters()).dtype)
    torch.onnx.export(
        network, (rows,), f"pytorch-old-{operators}-{name}.onnx", dynamo=False, opset_version=operators,
        input_names=["x"], output_names=["y"], dynamic_axes={"x": {0: "rows"}, "y": {0: "rows"}}, **settings)


def new(name, operators, **settings):
    rows = ({0: torch.export.Dim.DYNAMIC},)
    torch.onnx.export(
        networks[name].eval(), (torch.randn(2, 3),), f"pytorch-new-{operators}-{name}.onnx", dynamo=True,
        opset_version=operators, dynamic_shapes=rows, external_data=False, **settings)


for name in networks:
    old(name, 17, do_constant_folding=name != "transposed")
for name in ("gelu", "gelu-tanh", "squeezed", "softmax", "normalised"):
    old(name, 9)
for name in ("gelu", "gelu-tanh", "view", "flattened", "flat-output", "scaled"):
    new(name, 18)
new("gelu-tanh", 23)
new("normalised", 23)
networks["double"] = network(nn.Tanh()).double()
old("double", 17)

for name, middle in {
    "gelu-tanh": [layers.Dense(4), layers.Activation(lambda x: keras.activations.gelu(x, approximate=True))],
    "gelu": [layers.Dense(4, activation="gelu")],
    "normalised": [layers.Dense(4), layers.BatchNormalization(), layers.ReLU(), layers.Dropout(0.2)],
    "scaled": [layers.Normalization(mean=[0.5, -1, 2], variance=[2, 0.25, 1.5]), layers.Dense(4, activation="selu")],
    "leaky-relu": [layers.Dense(4), layers.LeakyReLU(0.2)],
}.items():
    model = keras.Sequential([keras.Input((3,)), *middle, layers.Dense(2)])
    model(torch.zeros(2, 3))
    model.export(f"keras-{name}.onnx", format="onnx", verbose=False)

# Remarks say where on the disk the program stood.
for file in Path(".").glob("*.onnx"):
    model = onnx.load(file)
    for part in (model.graph, *model.graph.node, *model.graph.value_info, *model.graph.input, *model.graph.output):
        part.ClearField("metadata_props")
        part.ClearField("doc_string")
    onnx.save(model, file)
