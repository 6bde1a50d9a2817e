"""Multiplications in whole numbers: int8 weights, and what they are multiplied with rounded to 8 bits as it comes.

Two to three times as fast as int8 weights alone. How an array is rounded depends on all of it, so the graph has to be
given one text or pair at a time: then what is said of one cannot depend on another.
"""

from __future__ import annotations

import onnx
from onnx import helper

from training.make_embedder import Constants, to_int8

MOST = 63
"""Weights of seven bits: processors without VNNI add two products in 16 bits, and 2 x 255 x 63 still fits; with eight
bits they would cut sums off and say something else than the others."""


class InWholeNumbers:
    """Replaces x @ W, for `quantise`; an x that several W are multiplied with is rounded once."""

    def __init__(self) -> None:
        """Nothing is rounded yet."""
        self._rounded: set[str] = set()

    def __call__(self, node: onnx.NodeProto, constants: Constants) -> list[onnx.NodeProto]:
        """Return the nodes that compute it."""
        x, name, out = node.input[0], node.input[1], node.output[0]
        if f"{name}_q" not in constants:
            constants[f"{name}_q"], constants[f"{name}_scale"] = to_int8(constants.pop(name), axis=1, most=MOST)
        return [
            *self._round(x),
            helper.make_node("MatMulInteger", [f"{x}_u8", f"{name}_q", f"{x}_zero"], [f"{out}_i32"]),
            helper.make_node("Cast", [f"{out}_i32"], [f"{out}_float"], to=onnx.TensorProto.FLOAT),
            helper.make_node("Mul", [f"{x}_step", f"{name}_scale"], [f"{out}_step"]),
            helper.make_node("Mul", [f"{out}_float", f"{out}_step"], [out]),
        ]

    def _round(self, x: str) -> list[onnx.NodeProto]:
        if x in self._rounded:
            return []
        self._rounded.add(x)
        return [helper.make_node("DynamicQuantizeLinear", [x], [f"{x}_u8", f"{x}_step", f"{x}_zero"])]
