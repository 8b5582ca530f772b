"""Articles as `export.ts` wrote them, and the stretches of tokens that a network learns from."""
import json

import numpy as np
import torch

from network import COLUMNS, DEVICE

FOLDS = 4


class Article:
    """One annotated text. Its kinds, if they are known: place, role and attribution of each token that has a role, and what is learnt of each attribution."""

    def __init__(self, row, fold):
        self.id, self.fold, self.is_measured = row['id'], fold, 'fold' in row
        self.x = np.array(row['x'], dtype=np.int16).reshape(-1, COLUMNS)
        self.y = np.array(row['y'], dtype=np.int8)
        tokens = [(place, role, number) for number, each in enumerate(row.get('k', ())) for role, places in enumerate(each['roles']) for place in places]
        self.places, self.roles, self.owners = np.array(tokens, dtype=np.int64).reshape(-1, 3).T
        self.targets = np.array([each['target'] for each in row.get('k', ())], dtype=np.float32)
        self.weights = np.array([each['weight'] for each in row.get('k', ())], dtype=np.float32)
        # What teachers say of it, where there are any: a few sequences of tags, and a share for each kind.
        self.taught_tags = self.taught_kinds = None

    @property
    def has_kinds(self):
        return len(self.targets) > 0


def read_articles(path, few=None):
    """The articles of a file, each with its fold; a text that stands there several times has one fold."""
    with open(path) as file:
        rows = json.load(file)[:few]
    number_of = {}
    return [Article(row, number_of.setdefault(row['id'], len(number_of)) % FOLDS) for row in rows if row['y']]


def read_vectors(data):
    """The word vectors, a row for each row of the word table."""
    with open(f'{data}/vocabulary.json') as file:
        rows = json.load(file)['rows']
    return np.fromfile(f'{data}/vectors.f32', np.float32).reshape(rows, -1)


def tags_to_learn(article, share, rng):
    """The gold tags, or for that share of the time what a teacher thinks likely."""
    taught = article.taught_tags
    return taught[rng.integers(len(taught))] if taught is not None and rng.random() < share else article.y


class Epoch:
    """All articles in random order as one stream, cut into stretches of equal length, so that batches need no padding."""

    def __init__(self, articles, length, rng, share_taught=0.0, share_kinds=0.0):
        order = [articles[index] for index in rng.permutation(len(articles))]
        shift = int(rng.integers(length))
        x = np.concatenate([article.x for article in order])
        y = np.concatenate([tags_to_learn(article, share_taught, rng) for article in order])
        self.length, self.count = length, (len(x) - shift) // length
        end = shift + self.count * length
        self.x, self.y = x[shift:end].reshape(self.count, length, COLUMNS), y[shift:end].reshape(self.count, length)
        self.gather_kinds(order, shift, share_kinds)
        self.rng = rng

    def gather_kinds(self, order, shift, share):
        places, roles, owners, targets, weights, start, known = [], [], [], [], [], -shift, 0
        for article in order:
            if article.has_kinds:
                places.append(article.places + start)
                roles.append(article.roles)
                owners.append(article.owners + known)
                taught = article.targets if article.taught_kinds is None else article.taught_kinds
                targets.append((1 - share) * article.targets + share * taught)
                weights.append(article.weights)
                known += len(article.targets)
            start += len(article.y)
        self.targets, self.weights = np.concatenate([*targets, np.zeros((0, 7), np.float32)]), np.concatenate([*weights, np.zeros(0, np.float32)])
        places, roles, owners = (np.concatenate([*parts, np.zeros(0, np.int64)]) for parts in (places, roles, owners))
        # An attribution over the border of a stretch is left for another epoch, which is cut elsewhere.
        low, high = np.full(known, self.count * self.length), np.full(known, -1)
        np.minimum.at(low, owners, places)
        np.maximum.at(high, owners, places)
        whole = (low >= 0) & (high < self.count * self.length) & (low // self.length == high // self.length)
        kept = whole[owners]
        self.places, self.roles, self.owners = places[kept], roles[kept], owners[kept]

    def batches(self, size):
        """Batches of `size` stretches in random order: features, tags, and the kinds of the attributions in them."""
        order = self.rng.permutation(self.count)
        at = np.empty(self.count, np.int64)
        at[order] = np.arange(self.count)
        stretch = at[self.places // self.length]
        sorted_by = np.argsort(stretch // size, kind='stable')
        places = ((stretch % size) * self.length + self.places % self.length)[sorted_by]
        roles, owners, batch = self.roles[sorted_by], self.owners[sorted_by], (stretch // size)[sorted_by]
        total = -(-self.count // size)
        cuts = np.searchsorted(batch, np.arange(total + 1))
        for number in range(total):
            rows, part = order[number * size:(number + 1) * size], slice(cuts[number], cuts[number + 1])
            chosen, own = np.unique(owners[part], return_inverse=True)
            kinds = (on_device(places[part]), on_device(roles[part]), on_device(own), len(chosen))
            yield on_device(self.x[rows]), on_device(self.y[rows]), kinds, on_device(self.targets[chosen]), on_device(self.weights[chosen])


def on_device(array):
    tensor = torch.from_numpy(np.ascontiguousarray(array)).to(DEVICE)
    return tensor if tensor.is_floating_point() else tensor.long()
