"""Trains the tagger's network from scratch: tags and kinds at once.

    python3 train.py DATA_FOLDER OUT.npz [--seed 3] [--epochs 20] [--until N] [--start OLD.npz] [--articles N]

All articles, those of general news and the project's own, are read as one stream, in a new order in each epoch. Where teach.py has written
DATA_FOLDER/taught.npz, part of what is learnt is what teachers think of articles that they have not learnt from: it is surer where all agree and
leaves open what annotators would. What is kept is the exponential moving average of the weights. The development part is looked at for the report
only; nothing is chosen by it.
A run that is cut short (`--until`, or by the machine) goes on from OUT.npz.state when called again, with the same options. On a GPU it takes some ten minutes, on one core
some five hours.
"""
import argparse
import math
import os
import time

import numpy as np
import torch
from torch import nn

from learning import descend, follow
from network import DEVICE, Tagger, best_tags, from_member, to_member
from stretches import Epoch, on_device, read_articles, read_vectors

LENGTH, SIZE = 160, 40


class Run:
    """What a training run consists of, so that it can be put down and taken up again."""

    def __init__(self, options, vectors):
        torch.manual_seed(options.seed)
        self.options, self.rng = options, np.random.default_rng(options.seed)
        self.net = Tagger(vectors, options.hidden, options.traits).to(DEVICE)
        if options.start:
            self.net.load_state_dict(from_member(dict(np.load(options.start))))
        self.average = {name: value.detach().clone() for name, value in self.net.state_dict().items()}
        self.optimiser = torch.optim.AdamW(self.net.parameters(), options.rate, weight_decay=0.01)
        self.step = self.epoch = 0
        self.kept = None

    def save(self, path):
        state = {'net': self.net.state_dict(), 'average': self.average, 'optimiser': self.optimiser.state_dict(), 'step': self.step,
                 'epoch': self.epoch, 'rng': self.rng.bit_generator.state, 'torch': torch.get_rng_state()}
        torch.save(state, path + '.part')
        os.replace(path + '.part', path)

    def load(self, path):
        state = torch.load(path, map_location=DEVICE)
        self.net.load_state_dict(state['net'])
        self.average, self.step, self.epoch = state['average'], state['step'], state['epoch']
        self.optimiser.load_state_dict(state['optimiser'])
        self.rng.bit_generator.state = state['rng']
        torch.set_rng_state(state['torch'].cpu())

    def read(self, articles):
        """One epoch; the learning rate falls along a cosine over all epochs. Returns the mean losses of tags and of kinds."""
        options = self.options
        epoch = Epoch(articles, LENGTH, self.rng, options.taught_tags, options.taught_kinds)
        total, sums = -(-epoch.count // SIZE), torch.zeros(2, device=DEVICE)
        self.net.train()
        for number, (x, tags, kinds, targets, weights) in enumerate(epoch.batches(SIZE)):
            share = (self.epoch + number / total) / options.epochs
            rate = options.rate * min(1.0, (self.step + 1) / 100) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * share)))
            for parameters in self.optimiser.param_groups:
                parameters['lr'] = rate
            embedded, states = self.net.read(x)
            losses = [self.net.tag_loss(self.net.emissions(states), tags) / tags.numel(), states.new_zeros(())]
            if len(targets):
                scores = torch.log_softmax(self.net.kind_scores(embedded, states, kinds), 1)
                losses[1] = (-(targets * scores).sum(1) * weights).sum() / tags.numel()
            self.learn(losses[0] + options.kind_weight * losses[1])
            sums += torch.stack(losses).detach()
        self.epoch += 1
        return (sums / total).tolist()

    def learn(self, loss):
        descend(self.net, self.optimiser, loss)
        self.step += 1
        follow(self.average, self.net, self.step)

    def averaged(self):
        """The network with the averaged weights, in use and not in training."""
        self.kept = {name: value.clone() for name, value in self.net.state_dict().items()}
        self.net.load_state_dict(self.average)
        return self.net.eval()

    def back(self):
        self.net.load_state_dict(self.kept)


def token_f1(net, articles):
    right = gold = found = 0
    transition = net.transition.detach().cpu().numpy()
    with torch.no_grad():
        for article in articles:
            emissions = net.emissions(net.read(on_device(article.x[None]))[1])[0].cpu().numpy()
            for a, b in zip(article.y, best_tags(emissions, transition)):
                role, guess = (a + 1) // 2, (b + 1) // 2
                gold, found, right = gold + (role > 0), found + (guess > 0), right + (role > 0 and role == guess)
    return 2 * right / max(1, gold + found)


def add_taught(path, own, general):
    """Gives each article what teachers say of it. Throws where they were taught on other articles."""
    if not os.path.exists(path):
        return
    taught = dict(np.load(path))
    kinds_at = 0
    for name, articles in (('own', own), ('train', general)):
        # The same text may stand there twice, word by word; copies in other verbs have no kinds.
        copies = {}
        for article in articles:
            copies.setdefault(article.id, []).append(article)
        ids = [str(each) for each in taught[f'{name}_ids']]
        sizes = [[len(copies[each][0].y), len(copies[each][0].targets)] for each in ids if each in copies]
        if set(copies) != set(ids) or sizes != taught[f'{name}_sizes'].tolist():
            raise SystemExit(f'{path} is of other articles than {name}.json: run teach.py again.')
        at = 0
        for each in ids:
            first = copies[each][0]
            tags, kinds = taught[name][:, at:at + len(first.y)], taught['kinds'][kinds_at:kinds_at + len(first.targets)].astype(np.float32)
            at, kinds_at = at + len(first.y), kinds_at + len(first.targets)
            for article in copies[each]:
                if article is first or article.has_kinds:
                    article.taught_tags, article.taught_kinds = tags, kinds if article.has_kinds else None


def parse_options():
    parser = argparse.ArgumentParser()
    parser.add_argument('data')
    parser.add_argument('out')
    parser.add_argument('--seed', type=int, default=3)
    parser.add_argument('--epochs', type=int, default=20)
    parser.add_argument('--until', type=int, help='stop after this epoch; a later call goes on')
    parser.add_argument('--articles', type=int, help='of each part; to see that it runs')
    parser.add_argument('--hidden', type=int, default=112)
    parser.add_argument('--traits', type=int, default=32)
    parser.add_argument('--rate', type=float, default=3e-3)
    parser.add_argument('--kind-weight', type=float, default=1.5, help='how much the kind of an attribution counts beside the tag of a token')
    parser.add_argument('--taught-tags', type=float, default=0.4, help='how often an article is read with tags that teachers think likely')
    parser.add_argument('--taught-kinds', type=float, default=0.5, help='how much of a kind is what teachers say')
    parser.add_argument('--start', help='an .npz to go on from, with the same words; to learn from more articles')
    return parser.parse_args()


def main():
    options = parse_options()
    torch.set_num_threads(1)
    own, general, dev = (read_articles(f'{options.data}/{name}.json', options.articles) for name in ('own', 'train', 'dev'))
    add_taught(f'{options.data}/taught.npz', own, general)
    run, state = Run(options, read_vectors(options.data)), options.out + '.state'
    if os.path.exists(state):
        run.load(state)
    begin = time.process_time()
    while run.epoch < min(options.epochs, options.until or options.epochs):
        tags, kinds = run.read(general + own)
        is_reported = dev and (run.epoch % 4 == 0 or run.epoch == options.epochs)
        report = f'dev token F1 {token_f1(run.averaged(), dev):.4f}' if is_reported else ''
        if is_reported:
            run.back()
        np.savez(options.out, **to_member(run.average))
        run.save(state)
        print(f'seed {options.seed} epoch {run.epoch} {time.process_time() - begin:.0f} s tags {tags:.4f} kinds {kinds:.4f} {report}', flush=True)


if __name__ == '__main__':
    main()
