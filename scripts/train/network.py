"""The tagger's network: a two-layer bidirectional LSTM with a linear-chain CRF on top, and a layer that tells kinds by what the LSTM makes of the words."""
import numpy as np
import torch
from torch import nn

COLUMNS, TAGS = 10, 7
KINDS, ROLES = 7, 3
AFFIXES, SHAPES, QUOTES, EDGES, VERBS, SPEECH = 2048, 7, 8, 8, 13, 18
BEGIN_OF = {2: 1, 4: 3, 6: 5}
FORBIDDEN = -1e4
EMBEDDED = 58  # of a word's row, besides the word itself
DEVICE = 'cuda' if torch.cuda.is_available() else 'cpu'


class Tagger(nn.Module):
    def __init__(self, vectors, hidden=112, traits=32, dropout=0.5, word_size=64):
        super().__init__()
        self.word = nn.Embedding(len(vectors), word_size)
        # A word is what was learnt of it here, and its vector from raw text seen through one small map.
        # pack.py adds the two up, so that use knows one table only.
        self.register_buffer('vectors', torch.from_numpy(vectors), persistent=False)
        self.view = nn.Linear(vectors.shape[1], word_size, bias=False)
        self.affix = nn.Embedding(AFFIXES, 16)
        self.speech = nn.Embedding(SPEECH, 12)
        self.shape = nn.Embedding(SHAPES, 6)
        self.quote = nn.Embedding(QUOTES, 8)
        self.edge = nn.Embedding(EDGES, 6)
        self.verb = nn.Embedding(VERBS, 10)
        for table in (self.word, self.affix):
            nn.init.normal_(table.weight, std=0.3)
        self.word.weight.data *= torch.from_numpy((np.abs(vectors).sum(1) == 0).astype(np.float32))[:, None]
        width = word_size + EMBEDDED
        self.lstm = nn.LSTM(width, hidden, 2, batch_first=True, bidirectional=True, dropout=dropout)
        self.out = nn.Linear(2 * hidden, TAGS)
        self.transition = nn.Parameter(torch.zeros(TAGS, TAGS))
        # Of each role's words a few traits: of the state, and of the embedded rows of a word and its two neighbours.
        self.traits = nn.ModuleList(nn.Linear(2 * hidden + 3 * width, traits) for _ in range(ROLES))
        self.kind = nn.Linear(ROLES * 2 * traits, KINDS)
        self.drop_in, self.drop_out = nn.Dropout(dropout), nn.Dropout(dropout)
        self.drop_kind_in, self.drop_kind_out = nn.Dropout(0.2), nn.Dropout(0.4)

    def embed(self, x):
        word = x[..., 0]
        if self.training:
            word = torch.where(torch.rand(word.shape, device=x.device) < 0.1, torch.ones_like(word), word)
        known = self.word(word)
        if self.training:
            # Words that training never meets have their vector alone: so that the network can live with that, some others do too.
            known = known * (torch.rand(word.shape, device=x.device) >= 0.2)[..., None]
        known = known + self.view(self.vectors[word])
        affix = self.affix(x[..., 1]) + self.affix(x[..., 2]) + self.affix(x[..., 3]) + self.affix(x[..., 4])
        return torch.cat([known, affix, self.speech(x[..., 5]), self.shape(x[..., 6]), self.quote(x[..., 7]), self.edge(x[..., 8]), self.verb(x[..., 9])], -1)

    def read(self, x):
        """Embedded rows and states of the tokens of equally long stretches."""
        embedded = self.embed(x)
        return embedded, self.lstm(self.drop_in(embedded))[0]

    def emissions(self, states):
        return self.out(self.drop_out(states))

    def kind_scores(self, embedded, states, kinds):
        """Scores of each kind; `kinds`: place (row of the flattened stretches), role and attribution of each token, and how many attributions."""
        nothing = embedded.new_zeros(embedded.shape[0], 1, embedded.shape[2])
        before, behind = torch.cat([nothing, embedded[:, :-1]], 1), torch.cat([embedded[:, 1:], nothing], 1)
        table = torch.cat([states, before, embedded, behind], -1).flatten(0, 1)
        place, role, owner, count = kinds
        parts = []
        for number, layer in enumerate(self.traits):
            here = role == number
            traits = torch.relu(layer(self.drop_kind_in(table[place[here]])))
            whose = owner[here]
            zero = traits.new_zeros(count, traits.shape[1])
            tokens = traits.new_zeros(count).index_add(0, whose, torch.ones_like(whose, dtype=traits.dtype)).clamp(min=1)
            parts += [zero.index_add(0, whose, traits) / tokens[:, None], zero.scatter_reduce(0, whose[:, None].expand_as(traits), traits, 'amax')]
        return self.kind(self.drop_kind_out(torch.cat(parts, 1)))

    def tag_loss(self, emissions, tags):
        """Negative log likelihood of the tag sequences under the CRF, summed. The sum over all sequences is taken by halves, in few steps."""
        gold = emissions.gather(2, tags[..., None])[..., 0].sum(1) + self.transition[tags[:, :-1], tags[:, 1:]].sum(1)
        ways = self.transition + emissions[:, 1:, None, :]
        while ways.shape[1] > 1:
            half = ways.shape[1] // 2
            joined = torch.logsumexp(ways[:, 0:2 * half:2, :, :, None] + ways[:, 1:2 * half:2, None, :, :], 3)
            ways = torch.cat([joined, ways[:, 2 * half:]], 1) if ways.shape[1] % 2 else joined
        return (torch.logsumexp(emissions[:, 0, :, None] + ways[:, 0], (1, 2)) - gold).sum()


def allowed(transition):
    """Transition scores with what BIO forbids made impossible."""
    move = transition.copy()
    for inside, begin in BEGIN_OF.items():
        for before in range(TAGS):
            if before not in (inside, begin):
                move[before, inside] = FORBIDDEN
    return move


def best_tags(emissions, transition):
    """The best sequence of tags for the emissions of one article (Viterbi)."""
    move, best, back = allowed(transition), emissions[0].copy(), []
    best[list(BEGIN_OF)] = FORBIDDEN
    for row in emissions[1:]:
        scores = best[:, None] + move
        back.append(scores.argmax(0))
        best = scores.max(0) + row
    tags = [int(best.argmax())]
    for index in reversed(back):
        tags.append(int(index[tags[-1]]))
    return tags[::-1]


def sampled_tags(emissions, transition, count, rng):
    """`count` sequences of tags for one article, as likely as the CRF holds them (forward filtering, backward sampling)."""
    move, ahead = allowed(transition), np.empty((len(emissions), TAGS))
    ahead[0] = emissions[0]
    ahead[0, list(BEGIN_OF)] = FORBIDDEN
    for at in range(1, len(emissions)):
        ahead[at] = np.logaddexp.reduce(ahead[at - 1][:, None] + move, 0) + emissions[at]
    tags = np.empty((count, len(emissions)), np.int8)
    noise = rng.gumbel(size=(len(emissions), count, TAGS))
    tags[:, -1] = (ahead[-1] + noise[-1]).argmax(1)
    for at in range(len(emissions) - 2, -1, -1):
        tags[:, at] = (ahead[at] + move[:, tags[:, at + 1]].T + noise[at]).argmax(1)
    return tags


PARTS = ('state', 'before', 'row', 'behind')


def to_member(state):
    """Weights by the names that pack.py and the extension know: of the layer for kinds, one matrix for each part of what it sees."""
    weights = {name: value.detach().cpu().numpy() for name, value in state.items()}
    whole = np.concatenate([weights.pop(f'traits.{role}.weight') for role in range(ROLES)])
    bias = np.concatenate([weights.pop(f'traits.{role}.bias') for role in range(ROLES)])
    hidden, width = 2 * weights['lstm.weight_hh_l0'].shape[1], weights['lstm.weight_ih_l0'].shape[1]
    layer = dict(zip(PARTS, np.split(whole, [hidden, hidden + width, hidden + 2 * width], 1)))
    layer |= {'bias': bias, 'out': weights.pop('kind.weight'), 'out_bias': weights.pop('kind.bias')}
    return weights | {f'kind.{name}': value for name, value in layer.items()}


def from_member(weights):
    """The other way round, for a network that goes on learning."""
    state = {name: value for name, value in weights.items() if not name.startswith('kind.')}
    whole = np.split(np.concatenate([weights[f'kind.{part}'] for part in PARTS], 1), ROLES)
    for role, (matrix, bias) in enumerate(zip(whole, np.split(weights['kind.bias'], ROLES))):
        state |= {f'traits.{role}.weight': matrix, f'traits.{role}.bias': bias}
    state |= {'kind.weight': weights['kind.out'], 'kind.bias': weights['kind.out_bias']}
    return {name: torch.from_numpy(np.ascontiguousarray(value)) for name, value in state.items()}
