import heapq
from collections import Counter, defaultdict

class HuffNode:
    def __init__(self, freq, sym=None, left=None, right=None):
        self.freq = freq
        self.sym = sym
        self.left = left
        self.right = right
    def __lt__(self, other):
        return self.freq < other.freq

def build(text):
    heap = [HuffNode(f, s) for s, f in sorted(Counter(text).items())]
    heapq.heapify(heap)
    while len(heap) > 1:
        a = heapq.heappop(heap)
        b = heapq.heappop(heap)
        heapq.heappush(heap, HuffNode(a.freq + b.freq, None, a, b))
    return heap[0]

def codes(node, prefix='', table=None):
    if table is None:
        table = {}
    if node.sym is not None:
        table[node.sym] = prefix or '0'
    else:
        codes(node.left, prefix + '0', table)
        codes(node.right, prefix + '1', table)
    return table

def encode(text):
    tree = build(text)
    table = codes(tree)
    bits = ''.join(table[c] for c in text)
    padded = bits + '0' * (-len(bits) % 8)
    data = bytes(int(padded[i:i + 8], 2) for i in range(0, len(padded), 8))
    return data, len(bits), tree, table

def decode(data, nbits, tree):
    out = []
    node = tree
    bits = ''.join(f'{b:08b}' for b in data)[:nbits]
    for bit in bits:
        node = node.left if bit == '0' else node.right
        if node.sym is not None:
            out.append(node.sym)
            node = tree
    return ''.join(out)

def lzw_compress(s):
    d = {chr(i): i for i in range(256)}
    w = ''
    out = []
    for c in s:
        wc = w + c
        if wc in d:
            w = wc
        else:
            out.append(d[w])
            d[wc] = len(d)
            w = c
    if w:
        out.append(d[w])
    return out

def lzw_decompress(codes):
    d = {i: chr(i) for i in range(256)}
    w = result = chr(codes.pop(0))
    for k in codes:
        if k in d:
            entry = d[k]
        elif k == len(d):
            entry = w + w[0]
        else:
            raise ValueError('Bad compressed k: %s' % k)
        result += entry
        d[len(d)] = w + entry[0]
        w = entry
    return result

def rle(s):
    from itertools import groupby
    return [(k, len(list(g))) for k, g in groupby(s)]

text = "she sells sea shells by the sea shore; the shells she sells are surely seashells. " * 20
data, n, tree, table = encode(text)
print(len(text), len(data), n, f"{len(data) / len(text):.2%}")
for sym, code in sorted(table.items(), key=lambda kv: (len(kv[1]), kv[1]))[:6]:
    print(repr(sym), code)
print(decode(data, n, tree) == text)
c = lzw_compress(text)
print(len(c), c[:10], max(c))
print(lzw_decompress(c) == text)
print(rle("aaabbbccd"))
