"""The encoder and its heads of tagging, parsing and names. H = 384; row 0 of every sentence is the root (<s>)."""
import torch
import torch.nn as nn
import torch.nn.functional as F

ARC, RELATION, NAME = 256, 256, 256
MIXED = 4  # the last layers, whose outputs are mixed (of three layers, three)


def dropout(x, p, training):
    """As F.dropout, with eight masks from each random number: on a processor drawing them is a seventh of a training step. p counts in 1/128."""
    threshold = round(p * 128)
    if not training or threshold == 0:
        return x
    drawn = torch.empty((x.numel() + 7) // 8, dtype=torch.int64, device=x.device).random_()
    kept = (drawn.view(torch.uint8)[:x.numel()] & 127) >= threshold
    return x * (kept.view(x.shape).to(x.dtype) * (128 / (128 - threshold)))


def narrowed(w, layers, ff):
    """Base weights with the `ff` strongest units of each feed-forward layer: those whose weights in and out are largest."""
    w = dict(w)
    for k in range(layers):
        fi, fo = w[f"l{k}.fi.w"], w[f"l{k}.fo.w"]
        kept = (fi.norm(dim=1) * fo.norm(dim=0)).topk(ff).indices.sort().values
        w[f"l{k}.fi.w"], w[f"l{k}.fi.b"], w[f"l{k}.fo.w"] = fi[kept], w[f"l{k}.fi.b"][kept], fo[:, kept]
    return w


class Layer(nn.Module):
    """One BERT layer: [B, T, H] to [B, T, H]."""

    def __init__(self, w, index, cfg):
        super().__init__()
        h, ff = cfg["H"], len(w[f"l{index}.fi.w"])
        self.nh = cfg["NH"]
        self.qkv, self.ao = nn.Linear(h, 3 * h), nn.Linear(h, h)
        self.fi, self.fo = nn.Linear(h, ff), nn.Linear(ff, h)
        self.aln, self.oln = nn.LayerNorm(h, eps=cfg["eps"]), nn.LayerNorm(h, eps=cfg["eps"])
        with torch.no_grad():
            self.qkv.weight.copy_(torch.cat([w[f"l{index}.{x}.w"] for x in "qkv"]))
            self.qkv.bias.copy_(torch.cat([w[f"l{index}.{x}.b"] for x in "qkv"]))
            for name in ("ao", "fi", "fo", "aln", "oln"):
                getattr(self, name).weight.copy_(w[f"l{index}.{name}.w"])
                getattr(self, name).bias.copy_(w[f"l{index}.{name}.b"])

    def forward(self, x, mask, p):
        b, t, h = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.nh, h // self.nh).permute(2, 0, 3, 1, 4)
        # Plain products: scaled_dot_product_attention with a mask is slower on a processor.
        a = torch.softmax((q * (h // self.nh) ** -0.5) @ k.transpose(-1, -2) + mask, -1).to(v.dtype) @ v
        a = a.transpose(1, 2).reshape(b, t, h)
        x = self.aln(x + dropout(self.ao(a), p, self.training))
        return self.oln(x + dropout(self.fo(F.gelu(self.fi(x))), p, self.training))


class Encoder(nn.Module):
    """Layer outputs of a sentence's pieces; word embeddings stay as they are in the base."""

    def __init__(self, cfg, w, keep, layers):
        super().__init__()
        self.cfg = cfg
        self.register_buffer("word", w["emb.word"][torch.tensor(keep)], persistent=False)
        self.pos = nn.Parameter(w["emb.pos"] + w["emb.type"][0])
        self.eln = nn.LayerNorm(cfg["H"], eps=cfg["eps"])
        with torch.no_grad():
            self.eln.weight.copy_(w["emb.ln.w"])
            self.eln.bias.copy_(w["emb.ln.b"])
        self.layers = nn.ModuleList(Layer(w, k, cfg) for k in range(layers))

    def embed(self, ids):
        return self.eln(self.word[ids] + self.pos[:ids.shape[1]])

    def forward(self, ids, lengths, p=0.0):
        """ids [B, T], lengths [B] to a list of [B, T, H], one a layer."""
        t = ids.shape[1]
        x = F.dropout(self.embed(ids), p, self.training)
        inside = torch.arange(t, device=ids.device)[None] < lengths[:, None]
        mask = torch.zeros(ids.shape[0], 1, 1, t, device=ids.device).masked_fill(~inside[:, None, None], -1e9)
        out = []
        for layer in self.layers:
            x = layer(x, mask.to(x.dtype), p)
            out.append(x)
        return out


def token_vectors(states, mix, first):
    """Softmax mix of the last layers at each token's first piece: [B, N + 1, H]."""
    h = sum(a * b.float() for a, b in zip(torch.softmax(mix, 0), states[-len(mix):]))
    return gather(h, first)


def gather(h, positions):
    """Rows [B, N + 1, H] of h [B, T, H]."""
    return torch.gather(h, 1, positions[..., None].expand(-1, -1, h.shape[-1]))


def within(arcs, n):
    """Arc scores [B, N + 1, N + 1] as float32, without heads beyond a sentence's n tokens."""
    outside = torch.arange(arcs.shape[-1], device=arcs.device)[None] > n[:, None]
    return arcs.float().masked_fill(outside[:, None, :], -1e4)


def with_one(x):
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


class Tagger(nn.Module):
    """Part of speech, features and lemma scripts as one product; names behind a hidden layer."""

    def __init__(self, h, labels):
        super().__init__()
        self.upos, self.lemma = nn.Linear(h, len(labels["UP"])), nn.Linear(h, len(labels["LS"]))
        self.feats = nn.ModuleList(nn.Linear(h, len(v)) for v in labels["FV"])
        self.hidden, self.names = nn.Linear(h, NAME), nn.Linear(NAME, len(labels["NT"]))

    def name_scores(self, g):
        return self.names(F.dropout(F.leaky_relu(self.hidden(g), 0.1), 0.2, self.training))


class Parser(nn.Module):
    """Biaffine arcs (Dozat and Manning 2017); relations as a product of both ends' vectors, which costs a fiftieth of a
    full biaffine form over 51 labels."""

    def __init__(self, h, labels):
        super().__init__()
        self.arc_dependent, self.arc_head = nn.Linear(h, ARC), nn.Linear(h, ARC)
        self.relation_dependent, self.relation_head = nn.Linear(h, RELATION), nn.Linear(h, RELATION)
        self.arc = nn.Parameter(torch.randn(ARC + 1, ARC + 1) * 0.02)
        self.by_product, self.by_sum = (nn.Linear(RELATION, len(labels["RL"])) for _ in range(2))

    def forward(self, g):
        """g [B, N + 1, H] to arcs [B, N + 1 dependents, N + 1 heads] and both relation vectors [B, N + 1, 256]."""
        f = lambda linear: F.dropout(F.leaky_relu(linear(g), 0.1), 0.33, self.training)
        arcs = with_one(f(self.arc_dependent)) @ self.arc @ with_one(f(self.arc_head)).transpose(1, 2)
        return arcs, f(self.relation_dependent), f(self.relation_head)

    def relations(self, dependent, head):
        """Scores [..., R] of each token's relation to its head; head [..., 256] already gathered."""
        return self.by_product(dependent * head) + self.by_sum(F.leaky_relu(dependent + head, 0.1))


class Analyser(nn.Module):
    def __init__(self, cfg, w, keep, labels, layers, ff=None):
        super().__init__()
        self.encoder = Encoder(cfg, narrowed(w, layers, ff or cfg["FF"]), keep, layers)
        self.mix, self.name_mix = (nn.Parameter(torch.zeros(min(MIXED, layers))) for _ in range(2))
        self.tagger, self.parser = Tagger(cfg["H"], labels), Parser(cfg["H"], labels)
        self.suffix = nn.Linear(cfg["H"], cfg["H"])
        nn.init.zeros_(self.suffix.weight)
        nn.init.zeros_(self.suffix.bias)

    def tree_vectors(self, states, first, last):
        """For tags and tree: with the last piece of each word, where French and English have their endings."""
        return F.dropout(token_vectors(states, self.mix, first) + self.suffix(gather(states[-len(self.mix)], last)), 0.2, self.training)

    def name_vectors(self, states, first):
        return F.dropout(token_vectors(states, self.name_mix, first), 0.2, self.training)
