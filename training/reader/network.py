"""The reader: mentions, triggers, roles, relations and status of one sentence, on the encoder's token vectors.

Positions are 1-based tokens; 0 is the root, which as a source stands for the open agent. N tokens, M mentions,
C = M + 1 candidates, P ordered pairs, R relations, H = 384.
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

from encoder import LABELS
from schema import RELATIONS, STATUSES, TYPES

H = 384
NO_TYPE = len(TYPES)                   # the type of the root and of a mention whose type is not settled
K = len(LABELS["RL"])
HANG_CHILD, HANG_SIBLING, HANG_TOP, HANG_SELF, HANG_ROOT, HANG_FAR = 2 * K, 2 * K + 1, 2 * K + 2, 2 * K + 3, 2 * K + 4, 2 * K + 5
DISTANCES = [-20, -10, -5, -2, 0, 1, 3, 6, 11, 21]
CONTEXT_OF_OPEN_AGENT = 6              # words on each side of the target that stand for the context


class Reader(nn.Module):
    def __init__(self, encoder):
        super().__init__()
        d, q, v = 192, 128, 32
        self.encoder = encoder
        self.mix = nn.Parameter(torch.zeros(len(encoder.layers)))
        self.dep, self.pos = nn.Embedding(K + 1, 32), nn.Embedding(len(LABELS["UP"]) + 1, 32)
        self.input = nn.Linear(H + 64, H)
        self.mention = nn.Sequential(nn.Linear(H, 256), nn.GELU(), nn.Dropout(0.2), nn.Linear(256, len(TYPES)))
        self.start_head, self.start_token, self.end_head, self.end_token = (nn.Linear(H, 128) for _ in range(4))
        self.trigger = nn.Sequential(nn.Linear(H, 256), nn.GELU(), nn.Dropout(0.25), nn.Linear(256, len(RELATIONS)))
        nn.init.constant_(self.trigger[-1].bias, -4.0)
        # roles: trigger token x candidate, source and target apart
        self.role_trigger = nn.ModuleList(nn.Linear(H, q) for _ in range(2))
        self.role_candidate = nn.ModuleList(nn.Linear(H, q) for _ in range(2))
        self.role_type = nn.Embedding(NO_TYPE + 1, q)
        self.role_hang = nn.ModuleList(nn.Embedding(HANG_FAR + 1, 1) for _ in range(2))
        self.role_hang_vector = nn.ModuleList(nn.Embedding(HANG_FAR + 1, v) for _ in range(2))
        self.role_hang_trigger = nn.ModuleList(nn.Linear(H, v) for _ in range(2))
        for e in self.role_hang:
            nn.init.zeros_(e.weight)
        # pairs
        self.pair_type = nn.Embedding(NO_TYPE + 1, 48)
        self.source, self.target = nn.Linear(H + 48, d), nn.Linear(H + 48, d)
        self.context, self.ancestor = nn.Linear(H, d), nn.Linear(H, d)
        self.parent_source, self.parent_target = nn.Linear(H, d), nn.Linear(H, d)
        self.distance = nn.Embedding(len(DISTANCES) + 2, d)
        self.hidden = nn.Sequential(nn.LayerNorm(d), nn.GELU(), nn.Dropout(0.25), nn.Linear(d, 256), nn.GELU(), nn.Dropout(0.25))
        self.relation, self.status = nn.Linear(256, len(RELATIONS)), nn.Linear(256, len(STATUSES))
        nn.init.constant_(self.relation.bias, -3.0)
        self.trigger_scale, self.trigger_offset = nn.Parameter(torch.tensor(1.0)), nn.Parameter(torch.tensor(0.0))

    def vectors(self, states, first, dep, pos):
        """Token vectors [B, N + 1, H] with part of speech and dependency relation mixed in."""
        g = self.encoder.tokens(states, first, self.mix)
        return F.dropout(self.input(torch.cat([g, self.dep(dep), self.pos(pos)], -1)) + g, 0.2, self.training)

    def spans(self, g, heads):
        """Start and end scores [M, N] of the mentions at `heads` (1-based)."""
        scale = 128 ** -0.5
        return (self.start_head(g[heads]) @ self.start_token(g[1:]).T * scale,
                self.end_head(g[heads]) @ self.end_token(g[1:]).T * scale)

    def roles(self, g, candidates, types, hang):
        """Source and target scores [N + 1, C]; hang [N + 1, C] says how a candidate hangs on a token in the tree."""
        drop = lambda x: F.dropout(x, 0.2, self.training)
        c, out = g[candidates], []
        for k in range(2):
            score = drop(self.role_trigger[k](g)) @ (drop(self.role_candidate[k](c)) + self.role_type(types)).T / 11.0
            by_hang = torch.matmul(self.role_hang_vector[k](hang), self.role_hang_trigger[k](g)[:, :, None])[..., 0] / 5.6
            out.append(score + self.role_hang[k](hang)[..., 0] + by_hang)
        return out

    def pairs(self, g, i, j, type_i, type_j, geometry):
        """Relation logits [P, R] without the trigger's share, and status logits [P, 6]."""
        ancestor, begin, end, parent_i, parent_j, bucket = geometry
        sums = torch.cat([torch.zeros(1, H), g.cumsum(0)])
        context = (sums[end] - sums[begin]) / (end - begin).clamp(min=1)[:, None]
        z = (self.source(torch.cat([g[i], self.pair_type(type_i)], -1)) + self.target(torch.cat([g[j], self.pair_type(type_j)], -1))
             + self.context(context) + self.ancestor(g[ancestor]) + self.distance(bucket)
             + self.parent_source(g[parent_i]) + self.parent_target(g[parent_j]))
        o = self.hidden(z)
        return self.relation(o), self.status(o)

    def read(self, g, candidates, types, hang, ci, cj, geometry):
        """Everything of one sentence's candidates.

        g [N + 1, H]; candidates, types [C]; ci, cj [P] places of a pair's ends among the candidates.
        Returns relation logits [P, R], status logits [P, 6], trigger logits [N + 1, R], source and target roles
        [N + 1, C], and the best trigger of each pair and relation [P, R].
        """
        relation, status = self.pairs(g, candidates[ci], candidates[cj], types[ci], types[cj], geometry)
        source, target = self.roles(g, candidates, types, hang)
        trigger = self.trigger(g)
        joint = (F.logsigmoid(source[:, ci]) + F.logsigmoid(target[:, cj])).T[:, None, :] + F.logsigmoid(trigger).T[None]
        best = joint.max(-1)  # over [P, R, N + 1]
        relation = relation + self.trigger_scale * (best.values + 3.0) + self.trigger_offset
        return relation, status, trigger, source, target, best.indices


def ancestors(s, k):
    """1-based token k and its ancestors, up to the root 0."""
    out = [k]
    while k and len(out) < 60:
        k = s["head"][k - 1]
        out.append(k)
    return out


def geometry(s, pairs):
    """Six index tensors [P]: lowest common ancestor, context begin and end, both parents, distance bucket."""
    rows = []
    n = len(s["head"])
    for i, j in pairs:
        up_i, up_j = ancestors(s, i) if i else [0], ancestors(s, j)
        lowest = next((x for x in up_i if x in up_j), 0) if i else s["head"][j - 1]
        begin = min(i, j) if i else max(1, j - CONTEXT_OF_OPEN_AGENT)
        end = max(i, j) + 1 if i else min(n + 1, j + CONTEXT_OF_OPEN_AGENT + 1)
        rows.append((lowest, begin, end, up_i[1] if len(up_i) > 1 else 0, up_j[1], sum(j - i > b for b in DISTANCES)))
    return list(torch.tensor(rows).T)


def hanging(s, candidates):
    """How each candidate hangs on each token (row 0 = root), [N + 1, C] codes."""
    n = len(s["head"])
    g = torch.full((n + 1, len(candidates)), HANG_FAR)
    for c, p in enumerate(candidates):
        if p == 0:
            g[:, c] = HANG_ROOT
            continue
        up = s["head"][p - 1]
        g[up, c], g[p, c] = s["rel"][p - 1], HANG_SELF
        if up:
            second = s["head"][up - 1]
            g[second, c] = K + s["rel"][up - 1] if second else HANG_TOP
        for k in range(n):
            if s["head"][k] == p:
                g[k + 1, c] = HANG_CHILD
            elif up and s["head"][k] == up and k + 1 != p:
                g[k + 1, c] = HANG_SIBLING
    return g
