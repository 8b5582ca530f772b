"""Trains teachers, and has each say what it thinks of articles that it has not learnt from.

    python3 teach.py DATA_FOLDER [--seeds N] [--epochs 7] [--hidden N] [--articles N]

The articles fall into folds; for each fold wider networks learn from the others. What they say of it together is written to DATA_FOLDER/taught.npz:
a few likely sequences of tags for each article, and a share for each kind of each attribution. `train.py` learns from that beside the gold, which is one
annotator's choice among several (Hinton, Vinyals and Dean 2015: distillation; here each teacher speaks of what it has not seen, so that what it says is no
echo of the gold). DATA_FOLDER/kind-folds.json has the kinds of the own training articles, by article, so that `kinds.ts` can measure all
opinions together.
On a GPU it takes some ten minutes; on one core some five hours, with one narrow teacher a fold.
"""
import argparse
import json
import os

import numpy as np
import torch

from network import DEVICE, sampled_tags
from stretches import FOLDS, on_device, read_articles, read_vectors
from train import Run

SAMPLES = 3


def answers(net, article):
    """Emissions of its tokens, and probabilities of the kinds of its attributions."""
    with torch.no_grad():
        embedded, states = net.read(on_device(article.x[None]))
        emissions = net.emissions(states)[0].cpu().numpy()
        if not article.has_kinds:
            return emissions, None
        kinds = (on_device(article.places), on_device(article.roles), on_device(article.owners), len(article.targets))
        return emissions, torch.softmax(net.kind_scores(embedded, states, kinds), 1).cpu().numpy()


def teacher(options, vectors, articles, seed):
    run = Run(argparse.Namespace(seed=seed, start=None, taught_tags=0.0, taught_kinds=0.0, **vars(options)), vectors)
    while run.epoch < options.epochs:
        tags, kinds = run.read(articles)
        print(f'  seed {seed} epoch {run.epoch} tags {tags:.4f} kinds {kinds:.4f}', flush=True)
    return run.averaged()


def agreed(each):
    """The mean opinion: of emissions the mean, of probabilities the geometric mean."""
    emissions = np.mean([one for one, _ in each], 0)
    if each[0][1] is None:
        return emissions, None
    kinds = np.exp(np.mean([np.log(np.maximum(one, 1e-6)) for _, one in each], 0))
    return emissions, kinds / kinds.sum(1, keepdims=True)


def parse_options():
    parser = argparse.ArgumentParser()
    parser.add_argument('data')
    # On a CPU a wide network takes days.
    seeds, hidden = (2, 256) if DEVICE == 'cuda' else (1, 112)
    parser.add_argument('--seeds', type=int, default=seeds, help='teachers of a fold')
    parser.add_argument('--epochs', type=int, default=7)
    parser.add_argument('--hidden', type=int, default=hidden)
    parser.add_argument('--traits', type=int, default=64)
    parser.add_argument('--rate', type=float, default=3e-3)
    parser.add_argument('--kind-weight', type=float, default=1.0)
    parser.add_argument('--articles', type=int, help='of each part; to see that it runs')
    return parser.parse_args()


def main():
    options = parse_options()
    torch.set_num_threads(1)
    if os.path.exists(f'{options.data}/taught.npz'):
        os.remove(f'{options.data}/taught.npz')
    vectors, rng = read_vectors(options.data), np.random.default_rng(1)
    parts = {name: read_articles(f'{options.data}/{name}.json', options.articles) for name in ('own', 'train')}
    # Each text once; of the own ones the copy whose kinds are known.
    texts = {name: list({article.id: article for article in reversed(articles)}.values())[::-1] for name, articles in parts.items()}
    said = {}
    for fold in range(FOLDS):
        print(f'fold {fold}', flush=True)
        others = [article for articles in parts.values() for article in articles if article.fold != fold]
        nets = [teacher(options, vectors, others, seed + 1) for seed in range(options.seeds)]
        transition = np.mean([net.transition.detach().cpu().numpy() for net in nets], 0)
        for name, articles in texts.items():
            for article in articles:
                if article.fold == fold:
                    emissions, kinds = agreed([answers(net, article) for net in nets])
                    said[name, article.id] = (sampled_tags(emissions, transition, SAMPLES, rng), kinds)
    of = {name: [said[name, article.id] for article in articles] for name, articles in texts.items()}
    kinds = [probabilities for _, probabilities in of['own'] if probabilities is not None]
    # Whoever asks whether the teachers are done finds the file whole or not at all.
    part = f'{options.data}/taught.part.npz'
    np.savez_compressed(part, kinds=np.concatenate(kinds).astype(np.float16),
                        **{name: np.concatenate([np.zeros((SAMPLES, 0), np.int8), *(tags for tags, _ in each)], 1) for name, each in of.items()},
                        **{f'{name}_ids': np.array([article.id for article in articles]) for name, articles in texts.items()},
                        **{f'{name}_sizes': np.array([[len(article.y), len(article.targets)] for article in articles]).reshape(-1, 2)
                           for name, articles in texts.items()})
    measured = {article.id: said['own', article.id][1].tolist() for article in texts['own'] if article.is_measured and article.has_kinds}
    with open(f'{options.data}/kind-folds.json', 'w') as file:
        json.dump(measured, file)
    os.replace(part, f'{options.data}/taught.npz')
    print(f'taught: {sum(map(len, of.values()))} articles, {sum(map(len, kinds))} attributions', flush=True)


if __name__ == '__main__':
    main()
