"""Makes a member of packed weights again, so that `train.py --start` can go on from what is committed.

    python3 unpack.py DATA_FOLDER WEIGHTS.bin OUT.npz

DATA_FOLDER is what `export.ts` wrote with the vocabulary of those weights (`unpack.py --vocabulary WEIGHTS.bin > VOCABULARY.json` gives it).
What is packed of a word is the sum of what was learnt of it and of its vector seen through one map. Of words that no training article has, nothing was
learnt: the map is found on them by least squares, and what is left of the others is what was learnt. Nothing is lost but the rounding of `pack.py`.
"""
import json
import sys

import numpy as np


def read_packed(path):
    """The header, and the matrices of the tagger by their names without the member's number; the sequence classifier is left out."""
    with open(path, 'rb') as file:
        raw = file.read()
    length = int.from_bytes(raw[:4], 'little')
    header, body = json.loads(raw[4:4 + length]), raw[4 + length:]
    matrices = {}
    for each in header['matrices']:
        if each['name'].startswith('sequence.'):
            continue
        rows, columns, offset = each['rows'], each['columns'], each['offset']
        if each['kind'] == 'float32':
            matrix = np.frombuffer(body, np.float32, rows * columns, offset).reshape(rows, columns)
        else:
            scale = np.frombuffer(body, np.float32, rows, offset)
            matrix = np.frombuffer(body, np.int8, rows * columns, offset + 4 * rows).reshape(rows, columns) * scale[:, None]
        matrices[each['name'].split('.', 1)[1]] = matrix.astype(np.float32)
    return header, matrices


def words_seen(data):
    """Rows of the word table that some training article has."""
    rows = set()
    for name in ('train', 'own'):
        with open(f'{data}/{name}.json') as file:
            for article in json.load(file):
                rows.update(article['x'][::10])
    return rows


def main():
    if sys.argv[1] == '--vocabulary':
        header, _ = read_packed(sys.argv[2])
        json.dump({'words': header['words'].split('\n'), 'partsOfSpeech': header['partsOfSpeech']}, sys.stdout)
        return
    data, packed, target = sys.argv[1:4]
    header, matrices = read_packed(packed)
    if header['members'] != 1:
        raise SystemExit(f'{packed} holds {header["members"]} members; only one can be made again.')
    with open(f'{data}/vocabulary.json') as file:
        vocabulary = json.load(file)
    if vocabulary['words'] != header['words'].split('\n'):
        raise SystemExit(f'{data} was exported with other words than {packed} has: give export.ts its vocabulary (--vocabulary).')
    vectors = np.fromfile(f'{data}/vectors.f32', np.float32).reshape(vocabulary['rows'], -1)
    sums = matrices['word.weight']
    known, seen = len(sums), words_seen(data)
    unlearnt = np.array([row for row in range(known) if row not in seen and vectors[row].any()])
    view = np.linalg.lstsq(vectors[unlearnt], sums[unlearnt], rcond=None)[0]
    learnt = np.zeros((vocabulary['rows'], sums.shape[1]), np.float32)
    learnt[:known] = sums - vectors[:known] @ view
    learnt[unlearnt] = 0
    weights = {}
    for name, matrix in matrices.items():
        if name == 'word.weight':
            weights[name] = learnt
        elif name.startswith('lstm.bias_ih'):
            # The two biases of a gate were added when they were packed.
            weights[name], weights[name.replace('_ih', '_hh')] = matrix[0], np.zeros_like(matrix[0])
        else:
            weights[name] = matrix[0] if name.endswith('bias') else matrix
    np.savez(target, **weights, **{'view.weight': view.T.astype(np.float32)})
    print(f'{target}: the map is found on {len(unlearnt)} words, to within {np.abs(sums[unlearnt] - vectors[unlearnt] @ view).mean():.4f}')


if __name__ == '__main__':
    main()
