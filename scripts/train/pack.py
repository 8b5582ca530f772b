"""Packs trained members for use: small integers with one scale a row, and the vocabulary.

    python3 pack.py DATA_FOLDER OUT.bin MEMBER.npz ...

The file: a uint32 (little endian) with the length of the header, the header (JSON, UTF-8, padded with spaces so that what follows is
aligned to 4 bytes), then for each matrix its row scales (float32) and its rows (int8), each padded to 4 bytes. A matrix is called
NUMBER.NAME, with the number of its member.
"""
import json
import sys

import numpy as np

# Six bits and a sign lose nothing that can be measured, and compress to three quarters of their size.
LEVELS = 39

data, target, *sources = sys.argv[1:]
with open(f'{data}/vocabulary.json') as file:
    vocabulary = json.load(file)
known = 2 + len(vocabulary['words'])
vectors = np.fromfile(f'{data}/vectors.f32', np.float32).reshape(vocabulary['rows'], -1)

matrices, body = [], b''
for number, source in enumerate(sources):
    weights = np.load(source)
    for name in weights.files:
        matrix = weights[name].astype(np.float32)
        matrix = matrix.reshape(1, -1) if matrix.ndim == 1 else matrix
        if name.startswith('lstm.bias_hh'):
            continue
        if name.startswith('lstm.bias_ih'):  # The two biases of a gate are only ever added.
            matrix = matrix + weights[name.replace('_ih', '_hh')].astype(np.float32).reshape(1, -1)
        if name == 'view.weight':
            continue
        if name == 'word.weight':  # What was learnt of a word and what raw text tells of it are only ever added.
            matrix = (matrix + vectors @ weights['view.weight'].T)[:known]
        scale = np.abs(matrix).max(1) / LEVELS
        scale[scale == 0] = 1
        rows = np.round(matrix / scale[:, None]).astype(np.int8)
        # Biases and transitions are few and matter most: they stay as they are.
        if matrix.shape[0] == 1 or name == 'transition':
            kind, bytes_ = 'float32', matrix.tobytes()
        else:
            kind, bytes_ = 'int8', scale.astype(np.float32).tobytes() + rows.tobytes()
        bytes_ += b'\0' * (-len(bytes_) % 4)
        matrices.append({'name': f'{number}.{name}', 'kind': kind, 'rows': matrix.shape[0], 'columns': matrix.shape[1], 'offset': len(body)})
        body += bytes_

header = json.dumps({'version': 2, 'members': len(sources), 'matrices': matrices, 'words': '\n'.join(vocabulary['words']),
                     'partsOfSpeech': vocabulary['partsOfSpeech']}, separators=(',', ':')).encode()
header += b' ' * (-len(header) % 4)
with open(target, 'wb') as file:
    file.write(len(header).to_bytes(4, 'little') + header + body)
print(f'{target}: {4 + len(header) + len(body)} bytes')
