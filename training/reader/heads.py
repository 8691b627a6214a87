"""The reader: layers of its own over a sentence's words, and heads for mentions, triggers, roles, relations and status.

A batch holds B sentences padded to n rows (row 0 the root, which as a source stands for the open agent) and C candidates
(candidate 0 the root). Pairs of all sentences lie one behind the other: P in all. R relations, H = 384. `hang` [B, n, n] codes how
the token of the column hangs on that of the row in the tree (`hanging`): attention between words leans on it. Where mentions of the sentences
before may be ends, K rows for them stand behind the n of the words (context.py).
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

from network import dropout
from schema import RELATIONS, STATUSES, TYPES

H = 384
NO_TYPE = len(TYPES)                   # the type of the root and of a mention whose type is not settled
DISTANCES = [-20, -10, -5, -2, 0, 1, 3, 6, 11, 21]
MIXED = 4                              # of its own layers, the last ones
FARTHEST = 10                          # words; beyond, all is far
LAYERS = (1, 1)                        # before mentions are known, and after
CONTEXT_OF_OPEN_AGENT = 6              # words on each side of the target that stand for the context
ELSEWHERE = len(DISTANCES) + 1         # the distance of a pair whose one end stands in another sentence
PLACES_BEFORE = 4                      # one, two, three sentences before; in the title
SENSES = 3 * len(RELATIONS) + 5        # what the trigger lexicon says of a token: SENSE_WIDTH of src/claims/triggers/sense-features.ts


class Dropout(nn.Module):
    """As nn.Dropout, by network.py's dropout."""

    def __init__(self, p):
        super().__init__()
        self.p = p

    def forward(self, x):
        return dropout(x, self.p, self.training)


class Hanging:
    """Codes of how a candidate hangs on a token in the tree; k dependency relations."""

    def __init__(self, k):
        self.k = k
        self.child, self.sibling, self.top, self.itself, self.root, self.far, self.elsewhere = (2 * k + x for x in range(7))


class WordLayer(nn.Module):
    """A transformer layer over words [B, n, H], whose attention knows how two words hang together in the tree and how far apart they stand."""

    def __init__(self, codes, heads=8, ff=768):
        super().__init__()
        self.nh = heads
        self.qkv, self.ao = nn.Linear(H, 3 * H), nn.Linear(H, H)
        self.fi, self.fo = nn.Linear(H, ff), nn.Linear(ff, H)
        self.aln, self.oln = nn.LayerNorm(H), nn.LayerNorm(H)
        self.hang, self.apart = nn.Embedding(codes, heads), nn.Embedding(2 * FARTHEST + 1, heads)
        for e in (self.hang, self.apart):
            nn.init.zeros_(e.weight)
        for linear in (self.ao, self.fo):
            nn.init.normal_(linear.weight, std=0.01)

    def forward(self, x, hang, apart, mask):
        """hang, apart [B or 1, n, n]; mask [B, 1, 1, n] of zeros and -1e4."""
        b, n, _ = x.shape
        q, k, v = self.qkv(self.aln(x)).view(b, n, 3, self.nh, H // self.nh).permute(2, 0, 3, 1, 4)
        bias = (self.hang(hang) + self.apart(apart)).permute(0, 3, 1, 2)
        a = torch.softmax((q * (H // self.nh) ** -0.5) @ k.transpose(-1, -2) + bias + mask, -1) @ v
        x = x + dropout(self.ao(a.transpose(1, 2).reshape(b, n, H)), 0.15, self.training)
        return x + dropout(self.fo(F.gelu(self.fi(self.oln(x)))), 0.15, self.training)


def apart(n, on):
    """[1, n, n]: how far the word of the column stands from that of the row, up to FARTHEST on each side; on: a device."""
    at = torch.arange(n, device=on)
    return ((at[None] - at[:, None]).clamp(-FARTHEST, FARTHEST) + FARTHEST)[None]


class OwnLayers(nn.Module):
    """Pretrained layers of the reader's own, above those that it shares with the analyser; a mix of the last ones at each word."""

    def __init__(self, layers):
        super().__init__()
        self.layers, self.mix, self.dropout = nn.ModuleList(layers), nn.Parameter(torch.zeros(min(MIXED, len(layers)))), 0.1

    def forward(self, x, lengths, first):
        """x [B, T, H], lengths [B], first [B, N + 1] to [B, N + 1, H]."""
        t = x.shape[1]
        outside = torch.arange(t, device=x.device)[None] >= lengths[:, None]
        mask = torch.zeros(len(x), 1, 1, t, device=x.device).masked_fill(outside[:, None, None], -1e9)
        states = []
        for layer in self.layers:
            x = layer(x, mask.to(x.dtype), self.dropout)
            states.append(x)
        h = sum(a * s.float() for a, s in zip(torch.softmax(self.mix, 0), states[-len(self.mix):]))
        return torch.gather(h, 1, first[..., None].expand(-1, -1, H))


class ReaderHeads(nn.Module):
    def __init__(self, parts_of_speech, dependencies, own):
        super().__init__()
        self.own = OwnLayers(own)
        d, q, v = 256, 128, 32
        of_tree = Hanging(dependencies)
        self.far, self.elsewhere_code = of_tree.far, of_tree.elsewhere
        codes = self.elsewhere_code + 1
        self.before = nn.ModuleList(WordLayer(codes) for _ in range(LAYERS[0]))
        self.after = nn.ModuleList(WordLayer(codes) for _ in range(LAYERS[1]))
        self.mark = nn.Embedding(NO_TYPE + 2, H)  # what is known of each word: its type as a candidate, NO_TYPE + 1 for none
        nn.init.normal_(self.mark.weight, std=0.1)
        self.dep, self.pos = nn.Embedding(dependencies + 1, 32), nn.Embedding(parts_of_speech + 1, 32)
        self.input = nn.Linear(H + 64, H)
        self.own_prose = nn.Parameter(torch.zeros(H))  # what articles of our own writing have beyond real ones: nothing that ships
        self.senses = nn.Linear(SENSES, H, bias=False)
        nn.init.zeros_(self.senses.weight)
        self.elsewhere = nn.Embedding(PLACES_BEFORE, H)
        nn.init.normal_(self.elsewhere.weight, std=0.1)
        self.mention = nn.Sequential(nn.Linear(H, 256), nn.GELU(), Dropout(0.2), nn.Linear(256, len(TYPES)))
        self.start_head, self.start_token, self.end_head, self.end_token = (nn.Linear(H, 128) for _ in range(4))
        self.trigger = nn.Sequential(nn.Linear(H, 256), nn.GELU(), Dropout(0.25), nn.Linear(256, len(RELATIONS)))
        nn.init.constant_(self.trigger[-1].bias, -4.0)
        # roles: trigger token x candidate, source and target apart
        self.role_trigger = nn.ModuleList(nn.Linear(H, q) for _ in range(2))
        self.role_candidate = nn.ModuleList(nn.Linear(H, q) for _ in range(2))
        self.role_type = nn.Embedding(NO_TYPE + 1, q)
        self.role_hang = nn.ModuleList(nn.Embedding(codes, 1) for _ in range(2))
        self.role_hang_vector = nn.ModuleList(nn.Embedding(codes, v) for _ in range(2))
        self.role_hang_trigger = nn.ModuleList(nn.Linear(H, v) for _ in range(2))
        for e in self.role_hang:
            nn.init.zeros_(e.weight)
        # pairs
        self.pair_type = nn.Embedding(NO_TYPE + 1, 48)
        self.source, self.target = nn.Linear(H + 48, d), nn.Linear(H + 48, d)
        self.context, self.ancestor = nn.Linear(H, d), nn.Linear(H, d)
        self.parent_source, self.parent_target = nn.Linear(H, d), nn.Linear(H, d)
        self.distance = nn.Embedding(len(DISTANCES) + 2, d)
        self.hidden = nn.Sequential(nn.LayerNorm(d), nn.GELU(), Dropout(0.25), nn.Linear(d, 256), nn.GELU(), Dropout(0.25))
        self.relation, self.status = nn.Linear(256, len(RELATIONS)), nn.Linear(256, len(STATUSES))
        nn.init.constant_(self.relation.bias, -3.0)
        self.trigger_scale, self.trigger_offset = nn.Parameter(torch.tensor(1.0)), nn.Parameter(torch.tensor(0.0))

    @property
    def padding(self):
        """(part of speech, relation, code of the tree) of the root and of padding: the last of each."""
        return self.pos.num_embeddings - 1, self.dep.num_embeddings - 1, self.far

    def vectors(self, g, dep, pos, hang, inside, senses, is_own=None):
        """Token vectors [B, n, H] with part of speech, dependency relation, tree and the lexicon's senses [B, n, SENSES] mixed in; is_own [B]: sentences
        of our own prose (in training)."""
        g = dropout(self.input(torch.cat([g, self.dep(dep), self.pos(pos)], -1)) + g, 0.2, self.training) + self.senses(senses)
        if is_own is not None:
            g = g + is_own[:, None, None] * self.own_prose
        return self.through(self.before, g, hang, inside)

    @staticmethod
    def through(layers, g, hang, inside):
        mask = (~inside).float()[:, None, None] * -1e4
        distances = apart(g.shape[1], g.device)
        for layer in layers:
            g = layer(g, hang, distances, mask)
        return g

    def marked(self, g, candidates, types, hang, inside):
        """g with the candidates' types, through the layers that know them. Padding among the candidates must repeat the root."""
        known = torch.full_like(g[..., 0], NO_TYPE + 1, dtype=torch.long)
        known = known.scatter(1, candidates, types)
        return self.through(self.after, g + self.mark(known), hang, inside)

    def roles(self, g, n, candidates, types, hang):
        """Source and target scores [B, n, C] of the n words; g [B, n + K, H]; candidates, types [B, C]; hang [B, n + K, n + K]."""
        drop = lambda x: dropout(x, 0.2, self.training)
        c, out = torch.gather(g, 1, candidates[..., None].expand(-1, -1, g.shape[-1])), []
        g = g[:, :n]
        hang = torch.gather(hang[:, :n], 2, candidates[:, None].expand(-1, n, -1))
        for k in range(2):
            score = drop(self.role_trigger[k](g)) @ (drop(self.role_candidate[k](c)) + self.role_type(types)).transpose(1, 2) / 11.0
            by_code = self.role_hang_trigger[k](g) @ self.role_hang_vector[k].weight.T / 5.6 + self.role_hang[k].weight[:, 0]
            out.append((score + torch.gather(by_code, 2, hang)).float())
        return out

    def pairs(self, g, i, j, type_i, type_j, geometry, begin, end):
        """Relation logits [P, R] without the trigger's share, and status logits [P, 6].

        g [B * (n + K), H]; i, j and geometry's ancestor and parents [P] are rows of it; begin, end [P] rows of the running sums.
        """
        row = lambda of: g.index_select(0, of)  # its gradient is summed several times as fast as that of g[of]
        ancestor, parent_i, parent_j, bucket = geometry
        sums = torch.cat([torch.zeros(1, H, device=g.device), g.float().cumsum(0)])
        context = (sums.index_select(0, end) - sums.index_select(0, begin)) / (end - begin).clamp(min=1)[:, None]
        z = (self.source(torch.cat([row(i), self.pair_type(type_i)], -1)) + self.target(torch.cat([row(j), self.pair_type(type_j)], -1))
             + self.context(context) + self.ancestor(row(ancestor)) + self.distance(bucket)
             + self.parent_source(row(parent_i)) + self.parent_target(row(parent_j)))
        o = self.hidden(z)
        return self.relation(o).float(), self.status(o).float()

    def read(self, g, inside, candidates, types, hang, pairs, context, places, known):
        """Everything of the batch's candidates.

        g [B, n, H]; inside [B, n] marks true rows; candidates, types [B, C]; hang [B, n, n]; pairs [9, P]: sentence, both
        places among the candidates, then the six rows of geometry() (positions within the sentence). context [B, K, H]: vectors of mentions
        elsewhere, as row n and up; places [B, K]: how far before; known [B, K] marks true ones.
        Returns relation logits [P, R], status logits [P, 6], trigger logits [B, n, R], source and target roles [B, n, C],
        and the row of the best trigger of each pair and relation [P, R].
        """
        b, n, _ = g.shape
        all_rows = n + context.shape[1]
        g = torch.cat([g, context + self.elsewhere(places)], 1)
        beside = context.shape[1]
        hang = F.pad(hang, (0, beside, 0, beside), value=self.elsewhere_code)
        g = self.marked(g, candidates, types, hang, torch.cat([inside, known], 1))
        s, ci, cj, ancestor, begin, end, parent_i, parent_j, bucket = pairs
        flat = g.reshape(b * all_rows, -1)
        at = lambda position: s * all_rows + position
        relation, status = self.pairs(
            flat, at(candidates[s, ci]), at(candidates[s, cj]), types[s, ci], types[s, cj],
            (at(ancestor), at(parent_i), at(parent_j), bucket), at(begin), at(end))
        source, target = self.roles(g, n, candidates, types, hang)
        trigger = self.trigger(g[:, :n]).float()
        ends = F.logsigmoid(source).transpose(1, 2)[s, ci] + F.logsigmoid(target).transpose(1, 2)[s, cj]  # [P, n]
        ends = ends.masked_fill(~inside[s], -1e4)
        best = (ends[:, None, :] + F.logsigmoid(trigger).transpose(1, 2)[s]).max(-1)  # over [P, R, n]
        relation = relation + self.trigger_scale * (best.values + 3.0) + self.trigger_offset
        return relation, status, trigger, source, target, best.indices

    def take(self, weights):
        """Loads weights, those of a reader that knew neither lexicon nor other sentences too."""
        own, w = self.state_dict(), dict(weights)
        for name, of in own.items():
            if name in w and w[name].shape != of.shape:  # a code more: what stands elsewhere hangs as what is far
                w[name] = torch.cat([w[name], w[name][-1:]])
        missing, unexpected = self.load_state_dict(w, strict=False)
        if unexpected or not set(missing) <= {"own_prose", "senses.weight", "elsewhere.weight"}:
            raise ValueError(f"weights of another reader: {missing}, {unexpected}")


def ancestors(heads, k):
    """1-based token k and its ancestors, up to the root 0."""
    out = [k]
    while k and len(out) < 60:
        k = heads[k - 1]
        out.append(k)
    return out


def geometry(heads, pairs):
    """Rows [P][6]: lowest common ancestor, context begin and end, both parents, distance bucket."""
    rows, n = [], len(heads)
    up = {}
    for i, j in pairs:
        for x in (i, j):
            if x not in up:
                up[x] = ancestors(heads, x) if x else [0]
        lowest = next((x for x in up[i] if x in up[j]), 0) if i else heads[j - 1]
        begin = min(i, j) if i else max(1, j - CONTEXT_OF_OPEN_AGENT)
        end = max(i, j) + 1 if i else min(n + 1, j + CONTEXT_OF_OPEN_AGENT + 1)
        rows.append((lowest, begin, end, up[i][1] if len(up[i]) > 1 else 0, up[j][1], sum(j - i > b for b in DISTANCES)))
    return rows


def geometry_elsewhere(heads, i, j):
    """The row of a pair whose one end stands in another sentence (None): what is around the other, as for the open agent."""
    here = j if i is None else i
    parent = ancestors(heads, here)[1]
    begin, end = max(1, here - CONTEXT_OF_OPEN_AGENT), min(len(heads) + 1, here + CONTEXT_OF_OPEN_AGENT + 1)
    return (heads[here - 1], begin, end, 0 if i is None else parent, 0 if j is None else parent, ELSEWHERE)


def hanging(heads, relations, codes):
    """How each token (column) hangs on each token (row; 0 = root), [N + 1][N + 1] codes; relations as indices."""
    n = len(heads)
    g = [[codes.far] * (n + 1) for _ in range(n + 1)]
    for c in range(n + 1):
        p = c
        if p == 0:
            for row in g:
                row[c] = codes.root
            continue
        up = heads[p - 1]
        g[up][c], g[p][c] = relations[p - 1], codes.itself
        if up:
            second = heads[up - 1]
            g[second][c] = codes.k + relations[up - 1] if second else codes.top
        for k in range(n):
            if heads[k] == p:
                g[k + 1][c] = codes.child
            elif up and heads[k] == up and k + 1 != p:
                g[k + 1][c] = codes.sibling
    return g
