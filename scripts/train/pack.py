"""Packs trained members for use: small integers with one scale a row, and the vocabulary; and adds the sequence classifier to what was packed.

    python3 pack.py DATA_FOLDER OUT.bin MEMBER.npz ...
    python3 pack.py --sequence TAGGER.bin SEQUENCE.npz

The file: a uint32 (little endian) with the length of the header, the header (JSON, UTF-8, padded with spaces so that what follows is
aligned to 4 bytes), then for each matrix its row scales (float32) and its rows (int8), each padded to 4 bytes. A matrix is called
NUMBER.NAME, with the number of its member, or sequence.NAME.
"""
import json
import sys

import numpy as np

VERSION = 3
# Six bits and a sign lose nothing that can be measured, and compress to three quarters of their size.
LEVELS = 39


class File:
    def __init__(self, header, body=b''):
        self.header, self.body = header, body

    def add(self, name, matrix):
        matrix = matrix.astype(np.float32)
        matrix = matrix.reshape(1, -1) if matrix.ndim == 1 else matrix
        # Biases and transitions are few and matter most: they stay as they are.
        if matrix.shape[0] == 1 or name.endswith('.transition'):
            kind, packed = 'float32', matrix.tobytes()
        else:
            scale = np.abs(matrix).max(1) / LEVELS
            scale[scale == 0] = 1
            kind, packed = 'int8', scale.astype(np.float32).tobytes() + np.round(matrix / scale[:, None]).astype(np.int8).tobytes()
        self.header['matrices'].append({'name': name, 'kind': kind, 'rows': matrix.shape[0], 'columns': matrix.shape[1], 'offset': len(self.body)})
        self.body += packed + b'\0' * (-len(packed) % 4)

    def add_all(self, prefix, weights):
        """All matrices, the two biases of a gate as one: they are only ever added."""
        for name, matrix in weights.items():
            if 'lstm.bias_ih' in name:
                matrix = matrix + weights[name.replace('_ih', '_hh')]
            if 'lstm.bias_hh' not in name:
                self.add(f'{prefix}.{name}', matrix)

    def write(self, target):
        header = json.dumps(self.header, separators=(',', ':')).encode()
        header += b' ' * (-len(header) % 4)
        with open(target, 'wb') as file:
            file.write(len(header).to_bytes(4, 'little') + header + self.body)
        print(f'{target}: {4 + len(header) + len(self.body)} bytes')


def pack_members(data, target, sources):
    with open(f'{data}/vocabulary.json') as file:
        vocabulary = json.load(file)
    known = 2 + len(vocabulary['words'])
    vectors = np.fromfile(f'{data}/vectors.f32', np.float32).reshape(vocabulary['rows'], -1)
    file = File({'version': VERSION, 'members': len(sources), 'matrices': [], 'words': '\n'.join(vocabulary['words']),
                 'partsOfSpeech': vocabulary['partsOfSpeech'], 'sequenceFeatures': []})
    for number, source in enumerate(sources):
        weights = dict(np.load(source))
        # What was learnt of a word and what raw text tells of it are only ever added.
        weights['word.weight'] = (weights['word.weight'] + vectors @ weights.pop('view.weight').T)[:known]
        file.add_all(number, weights)
    file.write(target)


def add_sequence_classifier(target, source):
    with open(target, 'rb') as file:
        raw = file.read()
    length = int.from_bytes(raw[:4], 'little')
    header, body = json.loads(raw[4:4 + length]), raw[4 + length:]
    # One that is there already lies at the end.
    matrices = [each for each in header['matrices'] if not each['name'].startswith('sequence.')]
    if len(matrices) < len(header['matrices']):
        body = body[:header['matrices'][len(matrices)]['offset']]
    weights = dict(np.load(source))
    features = [str(each) for each in weights.pop('features')]
    file = File({**header, 'version': VERSION, 'matrices': matrices, 'sequenceFeatures': features}, body)
    file.add_all('sequence', weights)
    file.write(target)


if sys.argv[1] == '--sequence':
    add_sequence_classifier(*sys.argv[2:4])
else:
    pack_members(sys.argv[1], sys.argv[2], sys.argv[3:])
