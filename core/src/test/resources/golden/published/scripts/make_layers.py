"""layers.json: PyTorch's own layers, forward and backward, in double. OUT=… python3 make_layers.py"""
import json
import os

import torch
from torch import nn

torch.set_default_dtype(torch.float64)
torch.manual_seed(3)


def rounded(tensor):
    """Multiples of 1/1024: the same number in float, in double and in text."""
    return torch.round(tensor * 1024) / 1024


def flat(module, tensor):
    """Weights inputs × outputs, as Slope has them."""
    return [number for each in module.parameters()
            for number in (tensor(each).T if each.dim() == 2 else tensor(each)).flatten().tolist()]


def measured(module, inputs, width):
    for parameter in module.parameters():
        parameter.data = rounded(parameter.data + 0.3 * torch.randn(parameter.shape))
    by_outputs = rounded(torch.randn(inputs.shape[0], width))
    outputs = module(inputs)
    outputs.backward(by_outputs)
    return {'inputs': inputs.tolist(), 'parameters': flat(module, lambda each: each.detach()), 'outputs': outputs.tolist(),
            'gradient_by_outputs': by_outputs.tolist(), 'gradient': flat(module, lambda each: each.grad)}


class Residual(nn.Module):
    def __init__(self, *layers):
        super().__init__()
        self.layers = nn.Sequential(*layers)

    def forward(self, x):
        return x + self.layers(x)


inputs = rounded(torch.randn(7, 5))
inputs[3] = 0.5  # without variance
layers = {
    'layer_norm': measured(nn.Sequential(nn.LayerNorm(5), nn.Linear(5, 6), nn.Tanh(), nn.LayerNorm(6), nn.Linear(6, 3)), inputs, 3),
    'residual': measured(nn.Sequential(
        nn.Linear(5, 4), Residual(nn.LayerNorm(4), nn.Linear(4, 6), nn.ReLU(), nn.Linear(6, 4)), nn.Linear(4, 3)), inputs, 3),
    'activated_norm': measured(nn.Sequential(
        nn.Linear(5, 6, bias=False), nn.LayerNorm(6), nn.SiLU(),
        Residual(nn.Linear(6, 6, bias=False), nn.LayerNorm(6), nn.Tanh()), nn.Linear(6, 3)), inputs, 3),
}
with open(os.path.join(os.environ.get('OUT', '.'), 'layers.json'), 'w') as out:
    content = {'sources': {'pytorch': torch.__version__}, **layers}
    out.write('{\n' + ',\n'.join(f'{json.dumps(key)}: {json.dumps(value, separators=(",", ":"))}'
                                 for key, value in content.items()) + '\n}\n')
