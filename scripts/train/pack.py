"""Packs trained weights for use: int8 with one scale a row, and the vocabulary.

    python3 pack.py DATA_FOLDER IN.npz OUT.bin

The file: a uint32 (little endian) with the length of the header, the header (JSON, UTF-8, padded with spaces so that what follows is
aligned to 4 bytes), then for each matrix its row scales (float32) and its rows (int8), each padded to 4 bytes.
"""
import json
import sys

import numpy as np

data, source, target = sys.argv[1:4]
weights = np.load(source)
with open(f'{data}/vocabulary.json') as file:
    vocabulary = json.load(file)

matrices, body = [], b''
for name in weights.files:
    matrix = weights[name].astype(np.float32)
    matrix = matrix.reshape(1, -1) if matrix.ndim == 1 else matrix
    if name.startswith('lstm.bias_hh'):
        continue
    if name.startswith('lstm.bias_ih'):  # The two biases of a gate are only ever added.
        matrix = matrix + weights[name.replace('_ih', '_hh')].astype(np.float32).reshape(1, -1)
    scale = np.abs(matrix).max(1) / 127
    scale[scale == 0] = 1
    rows = np.round(matrix / scale[:, None]).astype(np.int8)
    # Biases and transitions are few and matter most: they stay as they are.
    if matrix.shape[0] == 1 or name == 'transition':
        kind, bytes_ = 'float32', matrix.tobytes()
    else:
        kind, bytes_ = 'int8', scale.astype(np.float32).tobytes() + rows.tobytes()
    bytes_ += b'\0' * (-len(bytes_) % 4)
    matrices.append({'name': name, 'kind': kind, 'rows': matrix.shape[0], 'columns': matrix.shape[1], 'offset': len(body)})
    body += bytes_

header = json.dumps({'version': 1, 'matrices': matrices, 'words': '\n'.join(vocabulary['words']), 'partsOfSpeech': vocabulary['partsOfSpeech']}, separators=(',', ':')).encode()
header += b' ' * (-len(header) % 4)
with open(target, 'wb') as file:
    file.write(len(header).to_bytes(4, 'little') + header + body)
print(f'{target}: {4 + len(header) + len(body)} bytes')
