"""Where a training computes: a graphics card where there is one, else the processor; bfloat16 where that is the faster way."""
import functools

import torch

FAST_BFLOAT16 = ("avx512_bf16", "amx_bf16")  # flags of processors whose products in bfloat16 beat those in float32


def device():
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


@functools.cache
def _is_fast(kind):
    if kind == "cuda":
        return True
    try:
        flags = open("/proc/cpuinfo", encoding="utf8").read()
    except OSError:
        return False
    return any(flag in flags for flag in FAST_BFLOAT16)


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
