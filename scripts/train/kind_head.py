"""Trains the layer that judges kinds by what the tagger's network makes of the words, and adds it to the member.

    python3 kind_head.py DATA_FOLDER MEMBER.npz [--epochs 10] [--articles N]

The network itself stays as it is. A token is seen as its state in the upper layer and the embedded rows of itself and its two neighbours; each role
(source, cue, content) makes a few traits of that, and the mean and the largest of each trait over its tokens are what the kind is told by.
Besides the layer learnt from everything, DATA_FOLDER/kind-folds.json is written: by article, what layers say that were learnt without its fold, so
that `kinds.ts` can measure classifier and network together.
"""
import argparse
import json

import numpy as np
import torch
from torch import nn

from train import COLUMNS, Tagger

KINDS, ROLES, TRAITS = 7, 3, 32
FOLDS, BATCH, RATE, DECAY = 4, 64, 2e-3, 0.02


def read(path, few):
    """The own articles whose kinds are known, each once."""
    with open(path) as file:
        return [a for a in json.load(file) if a.get('k')][:few]


def states(net, articles):
    """What the network makes of each token, article by article, run by run; and the attributions with the places of their tokens in that table."""
    rows, attributions, at = [], [], 0
    net.eval()
    with torch.no_grad():
        for article in articles:
            x = torch.from_numpy(np.array(article['x'], dtype=np.int64).reshape(-1, COLUMNS))
            for first, after in article['r']:
                embedded = net.embed(x[None, first:after])
                state = net.lstm(embedded)[0][0]
                nothing = embedded.new_zeros(1, embedded.shape[2])
                before, behind = torch.cat([nothing, embedded[0, :-1]]), torch.cat([embedded[0, 1:], nothing])
                rows.append(torch.cat([state, before, embedded[0], behind], 1))
            for each in article['k']:
                attributions.append(([[at + row for row in role] for role in each['roles']], each['target'], each['weight']))
            at += len(x)
    return torch.cat(rows), attributions


class Head(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.traits = nn.ModuleList(nn.Linear(width, TRAITS) for _ in range(ROLES))
        self.out = nn.Linear(ROLES * 2 * TRAITS, KINDS)
        self.drop_in, self.drop_out = nn.Dropout(0.2), nn.Dropout(0.4)

    def forward(self, table, roles):
        parts = []
        for role, layer in enumerate(self.traits):
            owner = torch.tensor([index for index, each in enumerate(roles) for _ in each[role]], dtype=torch.long)
            place = torch.tensor([row for each in roles for row in each[role]], dtype=torch.long)
            count = torch.tensor([max(1, len(each[role])) for each in roles], dtype=torch.float32)
            traits = torch.relu(layer(self.drop_in(table[place])))
            nothing = torch.zeros(len(roles), TRAITS)
            parts += [nothing.index_add(0, owner, traits) / count[:, None], nothing.scatter_reduce(0, owner[:, None].expand(-1, TRAITS), traits, 'amax')]
        return self.out(self.drop_out(torch.cat(parts, 1)))


def learn(table, attributions, epochs):
    torch.manual_seed(1)
    head = Head(table.shape[1])
    optimiser = torch.optim.AdamW(head.parameters(), RATE, weight_decay=DECAY)
    step, steps = 0, epochs * -(-len(attributions) // BATCH)
    for _ in range(epochs):
        for chosen in torch.randperm(len(attributions)).split(BATCH):
            batch = [attributions[index] for index in chosen]
            for group in optimiser.param_groups:
                group['lr'] = RATE * (1 - step / steps)
            target, weight = (torch.tensor([each[part] for each in batch], dtype=torch.float32) for part in (1, 2))
            loss = (-(target * torch.log_softmax(head(table, [roles for roles, _, _ in batch]), 1)).sum(1) * weight).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            step += 1
    head.eval()
    return head


def probabilities(head, table, attributions):
    with torch.no_grad():
        return [row for at in range(0, len(attributions), 256)
                for row in torch.softmax(head(table, [roles for roles, _, _ in attributions[at:at + 256]]), 1).tolist()]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('data')
    parser.add_argument('member')
    parser.add_argument('--epochs', type=int, default=10)
    parser.add_argument('--articles', type=int, help='to see that it runs')
    options = parser.parse_args()
    torch.set_num_threads(1)
    articles = read(f'{options.data}/own.json', options.articles)
    weights = {name: value for name, value in np.load(options.member).items() if not name.startswith('kind.')}
    vectors = np.fromfile(f'{options.data}/vectors.f32', np.float32).reshape(len(weights['word.weight']), -1)
    net = Tagger(vectors, weights['lstm.weight_hh_l0'].shape[1])
    net.load_state_dict({name: torch.from_numpy(value) for name, value in weights.items()})
    table, attributions = states(net, articles)
    fold_of = [article.get('fold', -1) % FOLDS if 'fold' in article else -1 for article in articles for _ in article['k']]
    name_of = [article['id'] for article in articles for _ in article['k']]
    found = {}
    for fold in range(FOLDS):
        head = learn(table, [each for each, at in zip(attributions, fold_of) if at != fold], options.epochs)
        held = [index for index, at in enumerate(fold_of) if at == fold]
        for index, row in zip(held, probabilities(head, table, [attributions[index] for index in held])):
            found.setdefault(name_of[index], []).append(row)
    with open(f'{options.data}/kind-folds.json', 'w') as file:
        json.dump(found, file)
    head = learn(table, attributions, options.epochs)
    hidden, width = 2 * net.lstm.hidden_size, net.lstm.input_size
    whole = torch.cat([layer.weight for layer in head.traits]).detach().numpy()
    parts = np.split(whole, [hidden, hidden + width, hidden + 2 * width], 1)
    layer = dict(zip(('state', 'before', 'row', 'behind'), parts))
    layer |= {'bias': torch.cat([each.bias for each in head.traits]).detach().numpy(), 'out': head.out.weight.detach().numpy(),
              'out_bias': head.out.bias.detach().numpy()}
    np.savez(options.member, **weights, **{f'kind.{name}': value for name, value in layer.items()})
    print(f'kinds by the network: learnt from {len(attributions)} attributions of {len(articles)} articles and exercises')


if __name__ == '__main__':
    main()
