"""Trains the sequence classifier: a small bidirectional LSTM over the words of an attribution and those before it, names of actors replaced by what they are
to the speaker.

    python3 kind_sequence.py DATA_FOLDER TAGGER.bin OUT.npz [--epochs 8] [--seed 1] [--no-teachers]

DATA_FOLDER has kinds.json and kind-vectors.f32 as export-kinds.ts wrote them with that tagger, whose word table is shared and left as it is. First, for each of four
folds of articles, a teacher learns from the other three, over word vectors and what it learns of words itself: the tagger's rows of rare
words have learnt the kinds of its training articles. What it says of those that
it has not seen is half of what is learnt in the end (Hinton, Vinyals and Dean 2015), and is written to DATA_FOLDER/sequence-folds.json, by article, so that
`kinds.ts` can measure all opinions together. What is kept is the exponential moving average of the weights. On one core some 25 minutes.
"""
import argparse
import json
import math
import time

import numpy as np
import torch
from torch import nn

from learning import descend, follow
from network import DEVICE, KINDS
from unpack import read_packed

FOLDS = 4
KIND_NAMES = [None, 'claim', 'denial', 'concession', 'no-comment', 'demand', 'finding']
DENIAL = KIND_NAMES.index('denial')
# How much of what is learnt is what teachers say.
TAUGHT = 0.5
# Numbers a word, for teachers, whose words are their own.
WIDTH = 64


class TaggersRows(nn.Module):
    """Words as the tagger has them."""

    def __init__(self, table):
        super().__init__()
        self.register_buffer('table', torch.from_numpy(table), persistent=False)
        self.width = table.shape[1]

    def forward(self, words):
        return self.table[words]


class OwnRows(nn.Module):
    """Words by their vectors, seen through one map, and what is learnt of them here."""

    def __init__(self, vectors, width):
        super().__init__()
        self.register_buffer('vectors', torch.from_numpy(vectors), persistent=False)
        self.width = width
        self.view = nn.Linear(vectors.shape[1], width, bias=False)
        self.word = nn.Embedding(len(vectors), width)
        nn.init.zeros_(self.word.weight)

    def forward(self, words):
        known = self.word(words)
        if self.training:
            known = known * (torch.rand(words.shape, device=words.device) >= 0.3)[..., None]
        return self.view(self.vectors[words]) + known


class SequenceClassifier(nn.Module):
    def __init__(self, words, data, hidden, told=32, inner=64):
        super().__init__()
        self.words = words
        width = words.width
        self.relation = nn.Embedding(1 + data['relations'], width)
        self.role = nn.Embedding(data['roles'], width)
        nn.init.normal_(self.role.weight, std=0.3)
        self.lstm = nn.LSTM(width, hidden, 1, batch_first=True, bidirectional=True)
        self.told = nn.Linear(len(data['features']), told)
        self.pooled_roles = data['roles'] - 1
        self.inner = nn.Linear(2 * 2 * hidden * self.pooled_roles + told, inner)
        self.kind = nn.Linear(inner, KINDS)
        self.drop_in, self.drop_state, self.drop_inner = nn.Dropout(0.2), nn.Dropout(0.4), nn.Dropout(0.3)

    def forward(self, words, roles, relations, features, lengths):
        if self.training:
            words = torch.where(torch.rand(words.shape, device=words.device) < 0.08, torch.ones_like(words), words)
        rows = torch.where((relations > 0)[..., None], self.relation(relations), self.words(words)) + self.role(roles)
        packed = nn.utils.rnn.pack_padded_sequence(self.drop_in(rows), lengths, batch_first=True, enforce_sorted=False)
        states = nn.utils.rnn.pad_packed_sequence(self.lstm(packed)[0], batch_first=True, total_length=words.shape[1])[0]
        states = self.drop_state(states)
        parts = []
        for role in range(1, 1 + self.pooled_roles):
            here = (roles == role)[..., None]
            parts += [(states * here).sum(1) / here.sum(1).clamp(min=1), torch.where(here, states, torch.full_like(states, -1)).amax(1)]
        parts.append(torch.relu(self.told(features)))
        return self.kind(self.drop_inner(torch.relu(self.inner(torch.cat(parts, 1)))))


def batch_of(rows, feature_count):
    longest = max(len(row['words']) for row in rows)
    words, roles, relations = (np.zeros((len(rows), longest), np.int64) for _ in range(3))
    features = np.zeros((len(rows), feature_count), np.float32)
    for index, row in enumerate(rows):
        for into, name in ((words, 'words'), (roles, 'roles'), (relations, 'relations')):
            into[index, :len(row[name])] = row[name]
        features[index, row['features']] = 1
    return *(torch.from_numpy(each).to(DEVICE) for each in (words, roles, relations, features)), torch.tensor([len(row['words']) for row in rows])


class Run:
    def __init__(self, options, words, data):
        torch.manual_seed(options.seed)
        self.options, self.rng, self.count = options, np.random.default_rng(options.seed), len(data['features'])
        self.net = SequenceClassifier(words, data, options.hidden).to(DEVICE)
        self.average = {name: value.detach().clone() for name, value in self.net.state_dict().items()}
        self.optimiser = torch.optim.AdamW(self.net.parameters(), options.rate, weight_decay=0.02)
        self.step = 0

    def learn(self, rows, share):
        rate = self.options.rate * min(1, (self.step + 1) / 100) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * share)))
        for parameters in self.optimiser.param_groups:
            parameters['lr'] = rate
        scores = torch.log_softmax(self.net(*batch_of(rows, self.count)), 1)
        targets = torch.tensor([row['target'] for row in rows], device=DEVICE)
        weights = torch.tensor([row['weight'] for row in rows], device=DEVICE, dtype=torch.float32)
        loss = (-(targets * scores).sum(1) * weights).mean()
        descend(self.net, self.optimiser, loss)
        self.step += 1
        follow(self.average, self.net, self.step)

    def read(self, rows, epoch):
        """One epoch, attributions of like length together."""
        size = self.options.batch
        order = sorted(self.rng.permutation(len(rows)), key=lambda index: len(rows[index]['words']) // 6)
        batches = [order[at:at + size] for at in range(0, len(order), size)]
        self.rng.shuffle(batches)
        self.net.train()
        for number, batch in enumerate(batches):
            self.learn([rows[index] for index in batch], (epoch + number / len(batches)) / self.options.epochs)

    def opinions(self, rows):
        """Log probabilities by the averaged weights."""
        kept = {name: value.clone() for name, value in self.net.state_dict().items()}
        self.net.load_state_dict(self.average)
        self.net.eval()
        out, order = np.zeros((len(rows), KINDS)), sorted(range(len(rows)), key=lambda index: len(rows[index]['words']))
        with torch.no_grad():
            for at in range(0, len(order), 256):
                part = order[at:at + 256]
                out[part] = torch.log_softmax(self.net(*batch_of([rows[index] for index in part], self.count)), 1).cpu().numpy()
        self.net.load_state_dict(kept)
        return out


def figures(opinions, rows):
    chosen = opinions.argmax(1)
    right = np.mean([KIND_NAMES[kind] in row['accepted'] for kind, row in zip(chosen, rows)])
    precision = np.mean(['denial' in rows[index]['accepted'] for index in np.where(chosen == DENIAL)[0]])
    recall = np.mean([kind == DENIAL for kind, row in zip(chosen, rows) if row['accepted'] == ['denial']])
    return f'right {right:.4f}, denials P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / (precision + recall):.4f}'


def parse_options():
    parser = argparse.ArgumentParser()
    parser.add_argument('data')
    parser.add_argument('tagger')
    parser.add_argument('out')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--epochs', type=int, default=8)
    parser.add_argument('--batch', type=int, default=64)
    parser.add_argument('--hidden', type=int, default=48)
    parser.add_argument('--rate', type=float, default=4e-3)
    parser.add_argument('--no-teachers', action='store_true', help='learn from the gold alone')
    return parser.parse_args()


def train(options, words, data, learnt, measured):
    torch.manual_seed(options.seed)
    run, begin = Run(options, words(), data), time.time()
    for epoch in range(options.epochs):
        run.read(learnt, epoch)
        own = [row for row in measured if row['fold'] >= 0]
        report = figures(run.opinions(own), own) if own and epoch == options.epochs - 1 else ''
        print(f'epoch {epoch + 1} {time.time() - begin:.0f} s {report}', flush=True)
    return run


def ask_teachers(options, data):
    """What teachers say of each attribution, in order; none of them has learnt from its article."""
    rows = data['rows']
    vectors = np.fromfile(f'{options.data}/kind-vectors.f32', np.float32).reshape(-1, data['dimensions'])
    number_of = {}
    folds = np.array([number_of.setdefault(row['id'], len(number_of)) % FOLDS for row in rows])
    said = np.zeros((len(rows), KINDS))
    for fold in range(FOLDS):
        print(f'teacher {fold}', flush=True)
        unseen = np.where(folds == fold)[0]
        learnt = [row for row, of in zip(rows, folds) if of != fold]
        measured = [rows[index] for index in unseen]
        said[unseen] = np.exp(train(options, lambda: OwnRows(vectors, WIDTH), data, learnt, measured).opinions(measured))
    by_article = {}
    for row, opinion in zip(rows, said):
        by_article.setdefault(row['id'], []).append(opinion.round(5).tolist())
    with open(f'{options.data}/sequence-folds.json', 'w') as file:
        json.dump(by_article, file)
    return said


def main():
    options = parse_options()
    torch.set_num_threads(1)
    with open(f'{options.data}/kinds.json') as file:
        data = json.load(file)
    if options.hidden % 4:
        raise SystemExit('--hidden must be a multiple of 4, which the kernel steps by.')
    if not options.no_teachers:
        for row, opinion in zip(data['rows'], ask_teachers(options, data)):
            row['target'] = ((1 - TAUGHT) * np.array(row['target']) + TAUGHT * opinion).tolist()
    header, matrices = read_packed(options.tagger)
    if header['members'] != 1:
        raise SystemExit(f'{options.tagger} holds {header["members"]} members; words are shared with the only one.')
    table = matrices['word.weight']
    run = train(options, lambda: TaggersRows(table), data, data['rows'], [])
    np.savez(options.out, **{name: value.cpu().numpy() for name, value in run.average.items()}, features=np.array(data['features']))


if __name__ == '__main__':
    main()
