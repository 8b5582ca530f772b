"""Trains one member of the tagger: a two-layer bidirectional LSTM with a linear-chain CRF on top, from scratch, on the CPU.

    python3 train.py DATA_FOLDER OUT.npz --seed 1 [--epochs 22] [--own-from 0] [--own-weight 1] [--until N] [--start OLD.npz] [--articles N]

An article is one sequence, cut anew in each epoch into stretches. From epoch `--own-from` on, the project's own articles are read along
with general news, each `--own-weight` times an epoch. What is kept is the exponential moving
average of the weights. The development part is looked at for the report only; nothing is chosen by it.
A run that is cut short (`--until`, or by the machine) goes on from OUT.npz.state when called again, with the same outcome.
"""
import argparse
import json
import math
import os
import random
import time

import numpy as np
import torch
from torch import nn

COLUMNS, TAGS = 10, 7
AFFIXES, SHAPES, QUOTES, EDGES, VERBS, SPEECH = 2048, 7, 8, 8, 13, 18
BEGIN_OF = {2: 1, 4: 3, 6: 5}


def read(path):
    with open(path) as file:
        articles = json.load(file)
    return [(np.array(a['x'], dtype=np.int64).reshape(-1, COLUMNS), np.array(a['y']), np.array(a['b'])) for a in articles if a['y']]


def stretches(article, length, rng):
    """Cuts an article into stretches of just `length` tokens from a random place on, so that batches need no padding.
    A shorter article is one stretch; what is left at either end is covered by a stretch that overlaps its neighbour."""
    x, y, _ = article
    if len(y) <= length:
        yield x, y
        return
    for at in {0, len(y) - length, *range(rng.randrange(length), len(y) - length, length)}:
        yield x[at:at + length], y[at:at + length]


class Tagger(nn.Module):
    def __init__(self, vectors, hidden, dropout=0.4, word_size=64):
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
        self.lstm = nn.LSTM(word_size + 58, hidden, 2, batch_first=True, bidirectional=True, dropout=dropout)
        self.out = nn.Linear(2 * hidden, TAGS)
        self.transition = nn.Parameter(torch.zeros(TAGS, TAGS))
        self.drop_in, self.drop_out = nn.Dropout(dropout), nn.Dropout(dropout)

    def embed(self, x):
        word = x[..., 0]
        if self.training:
            word = torch.where(torch.rand(word.shape) < 0.1, torch.ones_like(word), word)
        known = self.word(word)
        if self.training:
            # Words that training never meets have their vector alone: so that the network can live with that, some others do too.
            known = known * (torch.rand(word.shape) >= 0.2)[..., None]
        known = known + self.view(self.vectors[word])
        affix = self.affix(x[..., 1]) + self.affix(x[..., 2]) + self.affix(x[..., 3]) + self.affix(x[..., 4])
        return torch.cat([known, affix, self.speech(x[..., 5]), self.shape(x[..., 6]), self.quote(x[..., 7]), self.edge(x[..., 8]), self.verb(x[..., 9])], -1)

    def forward(self, x):
        return self.out(self.drop_out(self.lstm(self.drop_in(self.embed(x)))[0]))

    def loss(self, emissions, tags):
        """Negative log likelihood of the tag sequences under the CRF, per token."""
        score = emissions.gather(2, tags[..., None])[..., 0]
        moves = self.transition[tags[:, :-1], tags[:, 1:]]
        gold = score.sum(1) + moves.sum(1)
        # Unbound once: slicing in the loop would fill a gradient of the whole batch at every step.
        alpha, *rest = emissions.unbind(1)
        for row in rest:
            alpha = torch.logsumexp(alpha[:, :, None] + self.transition, 1) + row
        return (torch.logsumexp(alpha, 1) - gold).sum() / tags.numel()

    def decode(self, emissions):
        move = self.transition.detach().clone()
        for inside, begin in BEGIN_OF.items():
            for before in range(TAGS):
                if before not in (inside, begin):
                    move[before, inside] = -1e4
        best, back = emissions[0].clone(), []
        best[[2, 4, 6]] = -1e4
        for row in emissions[1:]:
            best, index = (best[:, None] + move).max(0)
            best = best + row
            back.append(index)
        tags = [int(best.argmax())]
        for index in reversed(back):
            tags.append(int(index[tags[-1]]))
        return tags[::-1]


def batches(articles, size, length, rng):
    """Groups stretches of equal length, about `size` tokens each, in random order."""
    by_length = {}
    for article in articles:
        for piece in stretches(article, length, rng):
            by_length.setdefault(len(piece[1]), []).append(piece)
    groups = []
    for tokens, cut in by_length.items():
        rng.shuffle(cut)
        most = max(1, size // tokens)
        groups += [cut[at:at + most] for at in range(0, len(cut), most)]
    rng.shuffle(groups)
    return groups


def stacked(group):
    return torch.from_numpy(np.stack([x for x, _ in group])), torch.from_numpy(np.stack([y for _, y in group]))


def token_f1(net, articles):
    right = gold = found = 0
    net.eval()
    with torch.no_grad():
        for x, y, _ in articles:
            tags = net.decode(net(torch.from_numpy(x)[None])[0])
            for a, b in zip(y, tags):
                role, guess = (a + 1) // 2, (b + 1) // 2
                gold, found, right = gold + (role > 0), found + (guess > 0), right + (role > 0 and role == guess)
    net.train()
    return 2 * right / max(1, gold + found)


def parse_options():
    parser = argparse.ArgumentParser()
    parser.add_argument('data')
    parser.add_argument('out')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--epochs', type=int, default=22)
    parser.add_argument('--until', type=int, help='stop after this epoch; a later call goes on')
    parser.add_argument('--own-from', type=int, default=0)
    parser.add_argument('--own-weight', type=int, default=1)
    parser.add_argument('--articles', type=int, help='of each part; to see that it runs')
    parser.add_argument('--hidden', type=int, default=112)
    parser.add_argument('--dropout', type=float, default=0.5)
    parser.add_argument('--rate', type=float, default=2.5e-3)
    parser.add_argument('--start', help='an .npz to go on from, with the same words; to learn from more articles')
    return parser.parse_args()


class Run:
    """What a training run consists of, so that it can be put down and taken up again."""

    def __init__(self, options, vectors):
        torch.manual_seed(options.seed)
        self.rng = random.Random(options.seed)
        self.net = Tagger(vectors, options.hidden, options.dropout)
        if options.start:
            weights = np.load(options.start)
            # Without the layer for kinds, which kind_head.py learns afterwards.
            self.net.load_state_dict({name: torch.from_numpy(weights[name]) for name in self.net.state_dict()})
        self.average = {k: v.detach().clone() for k, v in self.net.state_dict().items()}
        self.optimiser = torch.optim.AdamW(self.net.parameters(), options.rate, weight_decay=0.01)
        self.step = self.epoch = 0

    def save(self, path):
        state = {'net': self.net.state_dict(), 'average': self.average, 'optimiser': self.optimiser.state_dict(), 'step': self.step,
                 'epoch': self.epoch, 'rng': self.rng.getstate(), 'torch': torch.get_rng_state()}
        torch.save(state, path + '.part')
        os.replace(path + '.part', path)

    def load(self, path):
        state = torch.load(path)
        self.net.load_state_dict(state['net'])
        self.average, self.step, self.epoch = state['average'], state['step'], state['epoch']
        self.optimiser.load_state_dict(state['optimiser'])
        self.rng.setstate(state['rng'])
        torch.set_rng_state(state['torch'])

    def read(self, articles, options):
        """One epoch; the learning rate falls along a cosine over all epochs. Returns the mean loss."""
        groups, total = batches(articles, 3000, 128, self.rng), 0.0
        for number, group in enumerate(groups):
            share = (self.epoch + number / len(groups)) / options.epochs
            for parameters in self.optimiser.param_groups:
                parameters['lr'] = options.rate * min(1.0, (self.step + 1) / 100) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * share)))
            x, y = stacked(group)
            loss = self.net.loss(self.net(x), y)
            self.optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(self.net.parameters(), 5.0)
            self.optimiser.step()
            total, self.step = total + loss.item(), self.step + 1
            decay = min(0.998, (1 + self.step) / (10 + self.step))
            with torch.no_grad():
                for key, value in self.net.state_dict().items():
                    self.average[key].mul_(decay).add_(value, alpha=1 - decay)
        self.epoch += 1
        return total / len(groups)

    def score(self, articles):
        kept = {k: v.clone() for k, v in self.net.state_dict().items()}
        self.net.load_state_dict(self.average)
        found = token_f1(self.net, articles)
        self.net.load_state_dict(kept)
        return found


def main():
    options = parse_options()
    torch.set_num_threads(1)
    train, own, dev = (read(f'{options.data}/{name}.json')[:options.articles] for name in ('train', 'own', 'dev'))
    with open(f'{options.data}/vocabulary.json') as file:
        words = json.load(file)['rows']
    vectors = np.fromfile(f'{options.data}/vectors.f32', np.float32).reshape(words, -1)
    run, state = Run(options, vectors), options.out + '.state'
    if os.path.exists(state):
        run.load(state)
    begin = time.process_time()
    while run.epoch < min(options.epochs, options.until or options.epochs):
        loss = run.read(train + own * options.own_weight if run.epoch >= options.own_from else train, options)
        report = f'dev token F1 {run.score(dev):.4f}' if dev and (run.epoch % 4 == 0 or run.epoch == options.epochs) else ''
        np.savez(options.out, **{k: v.numpy() for k, v in run.average.items()})
        run.save(state)
        print(f'seed {options.seed} epoch {run.epoch} {time.process_time() - begin:.0f} s loss {loss:.4f} {report}', flush=True)


if __name__ == '__main__':
    main()
