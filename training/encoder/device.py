"""Where a training computes: a graphics card where there is one, else the processor; bfloat16 where that is the faster way."""
import functools
import time

import torch

PRODUCT, TIMES = (2880, 384, 1152), 12  # of a batch's pieces with a layer's weights


def device():
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


@functools.cache
def _is_fast(kind):
    """Whether products in bfloat16 beat those in float32: on a processor it is measured (AVX512-BF16 alone may be the slower way, AMX is the faster)."""
    if kind == "cuda":
        return True
    rows, inner, columns = PRODUCT
    x, layer, taken = torch.randn(rows, inner), torch.nn.Linear(inner, columns), {}
    with torch.no_grad():
        for enabled in (True, False, True, False):  # the first of each builds what the second uses
            begun = time.perf_counter()
            with torch.autocast("cpu", torch.bfloat16, enabled=enabled):
                for _ in range(TIMES):
                    layer(x)
            taken[enabled] = time.perf_counter() - begun
    return taken[True] < taken[False]


def mixed_precision(on):
    """The context in which products on device `on` are computed."""
    return torch.autocast(on.type, torch.bfloat16, enabled=_is_fast(on.type))


def moved(b, on):
    """Tensors of a batch, within lists and dicts too, on the device."""
    if torch.is_tensor(b):
        return b.to(on, non_blocking=True)
    if isinstance(b, dict):
        return {k: moved(v, on) for k, v in b.items()}
    return [moved(x, on) for x in b] if isinstance(b, list) else b
